// The engine of the sample plugin: an entity with its rules, and a verb for mycrmctl. No window.
#pragma once
#include "core/extend/extension.h"

namespace equipment {

class Equipment : public QObject, public crm::Extension
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CrmExtension_iid FILE "equipment.json")
    Q_INTERFACES(crm::Extension)
public:
    void declare(crm::Registry &registry) override;
    QList<crm::VerbSpec> verbs() const override;
};

/// Keeps state and holder in step. @see equipment_rules.cpp
void keepHolder(crm::RuleContext &c);
/// The action "Take back".
crm::Action takeBack();
/// The verb equipment-due.
int listDue(crm::VerbCall &call);

} // namespace equipment
