// Faults of declarations, for Registry alone: of one entity by itself, and of all of them together. They are read by
// whoever writes declarations and plugins, so they are English and exact, not translated.
#pragma once
#include <QStringList>

namespace crm {

class Catalog;
class Entity;
class Registry;

QStringList entityFaults(const Entity &entity);
/// Targets, line tables, attachments, scopes, areas.
QStringList connectionFaults(const Registry &registry);
/// Expressions of views and default sorts.
QStringList expressionFaults(const Catalog &catalog);

} // namespace crm
