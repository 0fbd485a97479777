#include "core/exchange/stored_file.h"
#include "core/model/registry.h"

namespace crm {

const Entity *filesOf(const Catalog &catalog, const Entity &entity)
{
    for (const QString &key : entity.attachments()) {
        const Entity *child = catalog.find(key);
        if (child && child->presentation() == Presentation::Files)
            return child;
    }
    return nullptr;
}

Document storeFile(Repository &repository, const Entity &files, const QString &name, QIODevice &content,
                   const QVariantMap &values)
{
    Document document{Record(files, newId())};
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        document.set(it.key(), it.value());
    document.set(files.titleField(), name);
    document.set(QStringLiteral("size"), content.size());
    document.set(QStringLiteral("hash"), QString::fromLatin1(repository.addBlob(content).toHex()));
    return repository.save(document, SaveKey::fresh()).document;
}

} // namespace crm
