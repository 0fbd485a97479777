#include "core/extend/extension.h"

namespace crm {

Extension::~Extension() = default;

void Extension::initialize(const ExtensionContext &) {}

void Extension::declare(Registry &) {}

void Extension::extensionsInitialized(const Registry &) {}

QList<VerbSpec> Extension::verbs() const { return {}; }

void Extension::aboutToShutdown(const std::function<void()> &finished) { finished(); }

} // namespace crm
