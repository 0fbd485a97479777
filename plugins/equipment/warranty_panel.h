// The dashboard panel "Warranty ends soon": pieces whose warranty ends within 30 days.
#pragma once
#include "core/store/await.h"
#include "pieces.h"
#include <QListWidget>

namespace crm {
class Navigator;
}

namespace equipment {

class WarrantyPanel : public QListWidget
{
    Q_OBJECT
public:
    explicit WarrantyPanel(crm::Navigator &window, QWidget *parent = nullptr);

private:
    void load();
    void show(const QList<Piece> &pieces);

    crm::Navigator &m_window;
    crm::Request m_loading;
};

} // namespace equipment
