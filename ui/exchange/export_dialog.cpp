#include "ui/exchange/export_dialog.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/style/form_field.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

namespace crm {
namespace {

const QLatin1String formatSetting("export/format"), peopleSetting("export/forPeople");
constexpr int dialogWidth = 460;

QString formatText(ExportOptions::Format format)
{
    switch (format) {
    case ExportOptions::Xlsx:
        return ExportDialog::tr("Workbook (XLSX): Excel, LibreOffice");
    case ExportOptions::Csv:
        return ExportDialog::tr("Text table (CSV): any program");
    case ExportOptions::Json:
        return ExportDialog::tr("JSON: for developers");
    case ExportOptions::VCard:
        return ExportDialog::tr("Address cards (vCard 4.0)");
    case ExportOptions::ICalendar:
        return ExportDialog::tr("Calendar (iCalendar, .ics)");
    }
    return {};
}

bool isTable(ExportOptions::Format format)
{
    return format == ExportOptions::Xlsx || format == ExportOptions::Csv || format == ExportOptions::Json;
}

} // namespace

ExportDialog::ExportDialog(Navigator &navigator, const ExportScope &scope, QWidget *parent)
    : QDialog(parent)
    , m_scope(scope)
    , m_what(new QButtonGroup(this))
    , m_format(new QComboBox(this))
    , m_columns(new QComboBox(this))
    , m_forPeople(new QCheckBox(tr("For people: labels as headings, names instead of ids"), this))
    , m_forSpreadsheet(new QCheckBox(tr("For a spreadsheet: its separator, ids that it does not round"), this))
    , m_hint(makeLabel({}, TextRole::Caption, this, true))
{
    const Entity &entity = navigator.session().catalog()->at(scope.query.entity);
    setWindowTitle(tr("Export: %1").arg(entity.many().text()));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    box->addWidget(makeLabel(windowTitle(), TextRole::Heading, this));
    const QLocale locale;
    const QString texts[] = {scope.allSelected ? tr("The selected rows (all)")
                                               : tr("The selected rows (%1)").arg(locale.toString(scope.selected)),
                             scope.shown >= 0 ? tr("What the list shows (%1)").arg(locale.toString(scope.shown))
                                              : tr("What the list shows"),
                             tr("Everything that you may see")};
    for (const auto what : {ExportRequest::Selection, ExportRequest::Shown, ExportRequest::Everything}) {
        auto *radio = new QRadioButton(texts[what], this);
        m_what->addButton(radio, what);
        box->addWidget(radio);
    }
    const bool selection = scope.selected > 0 || scope.allSelected;
    m_what->button(ExportRequest::Selection)->setEnabled(selection);
    m_what->button(selection ? ExportRequest::Selection : ExportRequest::Shown)->setChecked(true);

    const QString last = QSettings().value(formatSetting).toString();
    for (const auto format : exportFormats(entity)) {
        m_format->addItem(formatText(format), int(format));
        if (exportSuffix(format) == last)
            m_format->setCurrentIndex(m_format->count() - 1);
    }
    m_columns->addItem(tr("The columns of the list"), true);
    m_columns->addItem(tr("All fields"), false);
    m_forPeople->setChecked(QSettings().value(peopleSetting, false).toBool());
    m_forSpreadsheet->setChecked(true);
    m_hint->setWordWrap(true);
    box->addWidget(new FormField(tr("Format"), m_format, this));
    m_columnsField = new FormField(tr("Columns"), m_columns, this);
    box->addWidget(m_columnsField);
    box->addWidget(m_forPeople);
    box->addWidget(m_forSpreadsheet);
    box->addWidget(m_hint);
    box->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    auto *go = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    setButtonRole(go, ButtonRole::Primary);
    go->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    box->addWidget(buttons);
    setMinimumWidth(scaledOnScreen(dialogWidth));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_forPeople, &QCheckBox::toggled, this, &ExportDialog::refresh);
    refresh();
}

QRadioButton *ExportDialog::what(ExportRequest::What what) const
{
    return static_cast<QRadioButton *>(m_what->button(what));
}

ExportOptions::Format ExportDialog::chosenFormat() const
{
    return ExportOptions::Format(m_format->currentData().toInt());
}

void ExportDialog::refresh()
{
    const auto format = chosenFormat();
    const bool people = format == ExportOptions::Csv || format == ExportOptions::Xlsx;
    m_columnsField->setVisible(isTable(format));
    m_forPeople->setVisible(people);
    m_forSpreadsheet->setVisible(format == ExportOptions::Csv);
    if (!isTable(format))
        m_hint->setText(
            tr("The fields that the format knows. Such a file is for other programs and is not imported again."));
    else if (people && m_forPeople->isChecked())
        m_hint->setText(tr("To read and to print. Imported again it would not find the same records."));
    else
        m_hint->setText(tr("Everything exactly as it is stored: the file can be imported again unchanged."));
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.what = ExportRequest::What(m_what->checkedId());
    request.query = m_scope.query;
    if (request.what == ExportRequest::Everything) {
        request.query.filter = {};
        request.query.search.clear();
    }
    const auto format = chosenFormat();
    if (!isTable(format) || !m_columns->currentData().toBool())
        request.query.columns.clear();
    else if (!m_forPeople->isChecked() && !request.query.columns.contains(QStringLiteral("id")))
        request.query.columns.prepend(QStringLiteral("id")); // what an import finds the records by
    const bool people = format == ExportOptions::Csv || format == ExportOptions::Xlsx;
    request.options.format = format;
    request.options.forPeople = people && m_forPeople->isChecked();
    if (format == ExportOptions::Csv && m_forSpreadsheet->isChecked()) {
        request.options.bom = request.options.guardIds = true;
        request.options.separator = QLocale().decimalPoint() == u"," ? u';' : u',';
    }
    QSettings settings;
    settings.setValue(formatSetting, exportSuffix(format));
    if (people)
        settings.setValue(peopleSetting, request.options.forPeople);
    return request;
}

} // namespace crm
