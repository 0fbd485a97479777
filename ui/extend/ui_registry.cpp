#include "ui/extend/ui_registry.h"
#include "core/extend/extensions.h"
#include "core/model/text.h"
#include "ui/extend/ui_extension.h"
#include "ui/reports/reports.h"
#include "ui/shop/shop_page.h"
#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::UiRegistry)
};

template<class Spec> const Spec *findKey(const QList<Spec> &list, const QString &key)
{
    const auto found = std::find_if(list.begin(), list.end(), [&key](const Spec &spec) { return spec.key == key; });
    return found == list.end() ? nullptr : &*found;
}

template<class Spec> void check(const QList<Spec> &list, const Spec &spec, bool complete)
{
    const QStringList parts = spec.key.split(u'.');
    if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), [](const QString &p) { return isIdentifier(p); }))
        throw Error(ErrorKind::Validation,
                    Tr::tr("\"%1\" is no proper key; it has to look like extension.name.").arg(spec.key));
    if (findKey(list, spec.key))
        throw Error(ErrorKind::Validation, Tr::tr("The key \"%1\" is taken already.").arg(spec.key));
    if (!complete || spec.label.isEmpty())
        throw Error(ErrorKind::Validation, Tr::tr("\"%1\" has no label, or does nothing.").arg(spec.key));
}

QString sentenceOfCurrentException()
{
    try {
        throw;
    } catch (const Error &error) {
        return error.sentence();
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    } catch (...) {
        return Tr::tr("It stopped with an error of an unknown kind.");
    }
}

/// Stands where a page or panel could not be made, and says why.
QLabel *apology(const QString &name, const QString &sentence, QWidget *parent)
{
    auto *label = new QLabel(Tr::tr("\"%1\" cannot be shown. %2").arg(name, sentence), parent);
    label->setObjectName(QStringLiteral("brokenPart"));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    return label;
}

class ApologyPage : public TabPage
{
public:
    ApologyPage(const PageSpec &spec, const QString &sentence, Navigator &window, QWidget *parent)
        : TabPage(window, parent)
        , m_spec(spec)
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(apology(title(), sentence, this));
    }
    QString title() const override { return m_spec.label.text(); }
    QString iconName() const override { return m_spec.icon; }
    QString key() const override { return m_spec.key; }

private:
    PageSpec m_spec;
};

/// What create() made; else what fallback makes of the sentence that says why not.
template<class Create, class Fallback> auto made(Create create, Fallback fallback) -> decltype(fallback(QString()))
{
    try {
        if (auto *widget = create())
            return widget;
        return fallback(Tr::tr("The plugin made nothing to show."));
    } catch (...) {
        return fallback(sentenceOfCurrentException());
    }
}
} // namespace

UiExtension::~UiExtension() = default;

void UiRegistry::addPage(PageSpec page)
{
    check(m_pages, page, bool(page.create));
    m_pages.append(std::move(page));
}

void UiRegistry::addPanel(PanelSpec panel)
{
    check(m_panels, panel,
          panel.create && panel.columns >= 1 && panel.columns <= 4 && panel.rows >= 1 && panel.rows <= 4);
    m_panels.append(std::move(panel));
}

void UiRegistry::addCommand(CommandSpec command)
{
    check(m_commands, command, bool(command.run));
    m_commands.append(std::move(command));
}

const PageSpec *UiRegistry::page(const QString &key) const { return findKey(m_pages, key); }

const PanelSpec *UiRegistry::panel(const QString &key) const { return findKey(m_panels, key); }

const CommandSpec *UiRegistry::command(const QString &key) const { return findKey(m_commands, key); }

TabPage *UiRegistry::build(const PageSpec &page, Navigator &window, QWidget *parent)
{
    return made([&] { return page.create(window, parent); },
                [&](const QString &why) -> TabPage * { return new ApologyPage(page, why, window, parent); });
}

QWidget *UiRegistry::build(const PanelSpec &panel, Navigator &window, QWidget *parent)
{
    return made([&] { return panel.create(window, parent); },
                [&](const QString &why) -> QWidget * { return apology(panel.label.text(), why, parent); });
}

void UiRegistry::run(const CommandSpec &command, Navigator &window)
{
    try {
        command.run(window);
    } catch (const Error &error) {
        window.showError(error);
    } catch (...) {
        window.showError(Error(ErrorKind::Unsupported, sentenceOfCurrentException()));
    }
}

void UiRegistry::takeFrom(const UiRegistry &other)
{
    // All or nothing: an extension whose second page has a taken key must not leave its first one behind.
    UiRegistry sum = *this;
    for (const PageSpec &page : other.m_pages)
        sum.addPage(page);
    for (const PanelSpec &panel : other.m_panels)
        sum.addPanel(panel);
    for (const CommandSpec &command : other.m_commands)
        sum.addCommand(command);
    *this = sum;
}

UiRegistry UiRegistry::collect(Extensions &extensions)
{
    UiRegistry all;
    addReportPages(all);
    addShopPages(all);
    for (const auto &[id, extension] : extensions.implementing<UiExtension>()) {
        extensions.call(id, [&all, extension = extension] {
            UiRegistry own;
            extension->contribute(own);
            all.takeFrom(own);
        });
    }
    std::stable_sort(all.m_pages.begin(), all.m_pages.end(),
                     [](const PageSpec &a, const PageSpec &b) { return a.order < b.order; });
    return all;
}

const UiRegistry &uiRegistry()
{
    static const UiRegistry all = UiRegistry::collect(extensions());
    return all;
}

} // namespace crm
