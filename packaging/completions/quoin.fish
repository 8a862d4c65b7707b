# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for quoin(1).
set -l commands sync export lines users demo-server
set -l window "not __fish_seen_subcommand_from $commands"
set -l sync '__fish_seen_subcommand_from sync'
set -l export '__fish_seen_subcommand_from export'
set -l list '__fish_seen_subcommand_from lines users'
set -l server '__fish_seen_subcommand_from demo-server'
set -l demo 'not __fish_seen_subcommand_from sync demo-server'
set -l target 'not __fish_seen_subcommand_from demo-server'

complete -c quoin -f
complete -c quoin -s h -l help -d 'Show the options'
complete -c quoin -n $demo -l demo -d 'Demo data; no key or network needed'
complete -c quoin -n $demo -l demo-conversations -x -d 'Number of demo conversations'
complete -c quoin -n $target -l base-url -x -d 'API base URL'

complete -c quoin -n $window -a sync -d 'Keep the workspace on this computer'
complete -c quoin -n $window -a export -d 'Export conversations to a file'
complete -c quoin -n $window -a 'lines users' -d 'List phone numbers or users'
complete -c quoin -n $window -a demo-server -d 'Serve the demo workspace'
complete -c quoin -n $window -a '(__fish_complete_suffix .quoinview)'
complete -c quoin -n $window -s v -l version -d 'Print the version'
complete -c quoin -n $window -l screenshot -r -F -d 'Save a PNG of the window, then exit'
complete -c quoin -n $window -l view -r -a '(__fish_complete_suffix .quoinview)' -d 'Open a view file'

complete -c quoin -n $sync -l full -d 'Load everything again'
complete -c quoin -n $sync -l quiet -d 'Only say what went wrong'

complete -c quoin -n $list -l format -x -a 'table json' -d 'Output format'

complete -c quoin -n $export -s o -l output -r -F -d 'File to write'
complete -c quoin -n $export -l format -x -a 'csv tsv json ndjson xlsx' -d 'By default from the file name'
complete -c quoin -n $export -l line -x -d 'Only this line (ID or number)'
complete -c quoin -n $export -l user -x -d 'Only conversations that Quo lists for this user (ID)'
complete -c quoin -n $export -l created-after -x -d 'Limit to this time range'
complete -c quoin -n $export -l created-before -x -d 'Limit to this time range'
complete -c quoin -n $export -l updated-after -x -d 'Limit to this time range'
complete -c quoin -n $export -l updated-before -x -d 'Limit to this time range'
complete -c quoin -n $export -l exclude-inactive -d 'Active conversations only'
complete -c quoin -n $export -l state -x -a 'unassigned assigned snoozed snooze-ended muted deleted' -d 'Only this state'
complete -c quoin -n $export -l search -x -d 'Words and conditions that must match'
complete -c quoin -n $export -l sort -x -d 'Sort by these columns'
complete -c quoin -n $export -l columns -x -d 'Columns to write'
complete -c quoin -n $export -l view -r -a '(__fish_complete_suffix .quoinview)' -d 'Use a view file'
complete -c quoin -n $export -l limit -x -d 'Maximum rows'
complete -c quoin -n $export -l names -d 'JSON: include line and teammate names'
complete -c quoin -n $export -l numbers -x -a 'e164 text national' -d 'Phone number style'
complete -c quoin -n $export -l region -x -d 'Country for national numbers'
complete -c quoin -n $export -l manifest -d 'Also save an export report'
complete -c quoin -n $export -l raw -d "Don't protect text that looks like a formula"
complete -c quoin -n $export -l force -d 'Replace a write-protected file'
complete -c quoin -n $export -l from-mirror -d 'Export what is kept on this computer, without a request'
complete -c quoin -n $export -l max-age -x -d 'Export what is kept if it is at most this old'
complete -c quoin -n $export -l utc -d 'Times in UTC'
complete -c quoin -n $export -l local -d "Times in this computer's time zone"
complete -c quoin -n $export -l quiet -d "Don't show progress"

complete -c quoin -n $server -l port -x -d 'Port to listen on; 0 picks a free one'
complete -c quoin -n $server -l conversations -x -d 'Number of conversations'
complete -c quoin -n $server -l seed -x -d 'Random seed'
complete -c quoin -n $server -l latency-ms -x -d 'Milliseconds to wait before each answer'
complete -c quoin -n $server -l rate-limit -x -d 'Requests per second for each key'
