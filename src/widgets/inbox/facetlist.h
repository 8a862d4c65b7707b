// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"
#include "inbox/searchquery.h"
#include "workspace/shownstate.h"

#include <QAbstractListModel>
#include <QListView>
#include <QLocale>

namespace widgets {

class ThemeSource;

// The states of conversations, with the number of loaded conversations in each.
class FacetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole // QString
    };

    explicit FacetModel(const QLocale &locale, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setCounts(const inbox::FacetCounts &counts, int loaded);
    void setChosen(inbox::Facets chosen);

Q_SIGNALS:
    void toggled(inbox::Facet facet, bool on);

private:
    const QLocale m_locale;
    inbox::FacetCounts m_counts{};
    int m_loaded = 0;
    inbox::Facets m_chosen = 0;
};

// A list of them. Those that the search of the state is for are checked, and checking one adds it.
class FacetList : public QListView
{
    Q_OBJECT

public:
    // The state must outlive it.
    FacetList(workspace::ShownState &state, const QLocale &locale, ThemeSource &theme,
              QWidget *parent = nullptr);

    void setCounts(const inbox::FacetCounts &counts, int loaded);
    // As the search of the state was understood.
    void setSearch(const inbox::SearchQuery &search);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // all states

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggle(const QModelIndex &index);

    FacetModel m_model;
};

} // namespace widgets
