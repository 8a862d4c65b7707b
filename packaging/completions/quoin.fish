# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for quoin(1).
set -l commands export lines users demo-server
set -l window "not __fish_seen_subcommand_from $commands"
set -l export '__fish_seen_subcommand_from export'
set -l list '__fish_seen_subcommand_from lines users'
set -l server '__fish_seen_subcommand_from demo-server'
set -l target 'not __fish_seen_subcommand_from demo-server'

complete -c quoin -f
complete -c quoin -s h -l help -d 'Print the options'
complete -c quoin -n $target -l demo -d 'A made-up workspace: no key, no network'
complete -c quoin -n $target -l demo-conversations -x -d 'How many conversations the demo has'
complete -c quoin -n $target -l base-url -x -d 'Where the API is'

complete -c quoin -n $window -a export -d 'Write conversations to a file'
complete -c quoin -n $window -a 'lines users' -d 'Print the directory'
complete -c quoin -n $window -a demo-server -d 'Serve the made-up workspace'
complete -c quoin -n $window -a '(__fish_complete_suffix .quoinview)'
complete -c quoin -n $window -s v -l version -d 'Print the version'
complete -c quoin -n $window -l screenshot -r -F -d 'Write the window as PNG, then exit'
complete -c quoin -n $window -l view -r -a '(__fish_complete_suffix .quoinview)' -d 'Open the view in this file'

complete -c quoin -n $list -l format -x -a 'table json' -d 'How it is printed'

complete -c quoin -n $export -s o -l output -r -F -d 'Write there'
complete -c quoin -n $export -l format -x -a 'csv tsv json ndjson xlsx' -d 'Else by the ending of the file'
complete -c quoin -n $export -l line -x -d 'Only this line, by ID or number'
complete -c quoin -n $export -l user -x -d "Only this user's conversations, by ID"
complete -c quoin -n $export -l created-after -x -d 'Only what was so'
complete -c quoin -n $export -l created-before -x -d 'Only what was so'
complete -c quoin -n $export -l updated-after -x -d 'Only what was so'
complete -c quoin -n $export -l updated-before -x -d 'Only what was so'
complete -c quoin -n $export -l exclude-inactive -d 'Leave inactive ones out'
complete -c quoin -n $export -l state -x -a 'unassigned assigned snoozed snooze-ended muted deleted' -d 'Only those that are so'
complete -c quoin -n $export -l search -x -d 'Only those for which all of it holds'
complete -c quoin -n $export -l sort -x -d 'By these columns'
complete -c quoin -n $export -l columns -x -d 'These, in this order'
complete -c quoin -n $export -l view -r -a '(__fish_complete_suffix .quoinview)' -d 'Filters, search, sort and columns of a file'
complete -c quoin -n $export -l limit -x -d 'No more rows than that'
complete -c quoin -n $export -l names -d 'JSON: add the names of line and teammate'
complete -c quoin -n $export -l numbers -x -a 'e164 text national' -d 'How phone numbers are written'
complete -c quoin -n $export -l region -x -d 'Numbers as in this country'
complete -c quoin -n $export -l manifest -d 'Write beside it what the export was made of'
complete -c quoin -n $export -l raw -d 'Leave text that a spreadsheet would run as a formula'
complete -c quoin -n $export -l force -d 'Replace a file that is write-protected, too'
complete -c quoin -n $export -l utc -d 'Times in UTC'
complete -c quoin -n $export -l local -d 'Times in the zone of this machine'
complete -c quoin -n $export -l quiet -d 'No progress'

complete -c quoin -n $server -l port -x -d 'Listen there; 0 takes a free port'
complete -c quoin -n $server -l conversations -x -d 'How many conversations there are'
complete -c quoin -n $server -l seed -x -d 'What the workspace is made from'
complete -c quoin -n $server -l latency-ms -x -d 'Milliseconds before each answer'
complete -c quoin -n $server -l rate-limit -x -d 'Requests a second for each key'
