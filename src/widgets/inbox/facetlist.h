// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"

#include <QAbstractListModel>
#include <QListView>
#include <QLocale>

namespace widgets {

// The states that conversations are in, and how many of the loaded ones are in each.
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

    void setCounts(const inbox::FacetCounts::Counts &counts, int loaded);
    void setChosen(inbox::Facets chosen);

Q_SIGNALS:
    void toggled(inbox::Facet facet, bool on);

private:
    const QLocale m_locale;
    inbox::FacetCounts::Counts m_counts{};
    int m_loaded = 0;
    inbox::Facets m_chosen = 0;
};

// A list of them, of which some are chosen.
class FacetList : public QListView
{
    Q_OBJECT

public:
    explicit FacetList(const QLocale &locale, QWidget *parent = nullptr);

    FacetModel &facets() { return m_model; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // all states

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggle(const QModelIndex &index);

    FacetModel m_model;
};

} // namespace widgets
