#include "core/modules/project_parts.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/modules/document_conversion.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
/// After what it is about: its own title, else its first line.
QString titleOf(const Document &source)
{
    const Record &head = source.head();
    const Entity &entity = source.entity();
    if (entity.titleField() != entity.numberField() && !head.text(entity.titleField()).isEmpty())
        return head.text(entity.titleField());
    if (!entity.lineTables().isEmpty()) {
        const QList<Record> lines = source.lines(entity.lineTables().first().entity);
        for (const Record &line : lines) {
            const QString about = line.text(line.entity().titleField()).trimmed();
            if (!about.isEmpty())
                return about;
        }
    }
    return head.text(entity.numberField());
}
} // namespace

void followProject(RuleContext &c)
{
    if (!c.isNew() && !c.changed("project_id") && !c.changed("client_id") && !c.changed("currency"))
        return;
    const auto project = c.read.find("projects", c.after.head().ref("project_id"));
    if (!project)
        return;
    const Record &document = c.after.head();
    const Id client = project->ref("client_id");
    if (client != 0 && document.entity().field("lead_id") && document.ref("lead_id") != 0)
        return c.refuse("project_id",
                        label("This is for a lead, and the project is a client's. Choose the client.").text());
    if (client != 0 && document.ref("client_id") == 0) {
        c.after.set("client_id", client);
        c.after.set("currency", project->value("currency"));
    }
    if (client != 0 && document.ref("client_id") != client)
        c.refuse("project_id", label("This project is another client's. Choose one of this client's.").text());
    else if (project->text("currency") != document.text("currency"))
        c.refuse("project_id", label("The project counts in another currency than this document.").text());
}

Field projectField()
{
    return ref("project_id", label("Project"), "projects")
        .whenTargetPurged(OnDelete::Restrict)
        .help(label("What it comes to counts in the sums of the project."));
}

Action projectAction(std::function<bool(const Record &)> available, std::function<void(Document &source)> afterwards)
{
    Action a;
    a.key = "to_project";
    a.label = label("Make a project");
    a.icon = "projects";
    a.available = [available](const Record &r) {
        return r.ref("project_id") == 0 && r.ref("client_id") != 0 && (!available || available(r));
    };
    a.run = [afterwards](ActionContext &context) {
        const auto catalog = context.repository.catalog();
        Document &source = context.record;
        Document project = documentFrom(*catalog, source, "projects");
        const Field *title = project.entity().field("title");
        project.set("title", titleOf(source).left(title->size()));
        project.set("price", source.value("total"));
        context.repository.save(project);
        source.set("project_id", project.id());
        if (afterwards)
            afterwards(source);
        context.repository.save(source);
        context.result = {"projects", project.id()};
    };
    return a;
}

} // namespace crm::modules
