#include "core/modules/lead_stages.h"
#include "core/model/format.h"
#include "core/modules/parts.h"
#include "core/store/repository.h"
#include <algorithm>

namespace crm::modules {

namespace {
constexpr qint64 certain = 100;

QString nameOf(Reader &read, const char *entity, Id id)
{
    const auto found = read.find(entity, id);
    return found ? found->title() : QString();
}

/// What a stage says about the chance; nothing when nobody has said it.
QVariant probabilityOf(const Record &stage)
{
    if (!isEmptyValue(stage.value("probability")))
        return stage.value("probability");
    const QString kind = stage.text("kind");
    return kind == stageWon ? QVariant(certain) : kind == stageLost ? QVariant(qint64(0)) : QVariant();
}

Id pipelineBefore(RuleContext &c)
{
    const Record &was = c.before->head();
    if (was.ref("pipeline_id") != 0)
        return was.ref("pipeline_id");
    const auto stage = c.read.find("lead_statuses", was.ref("status_id"));
    return pipelineOf(c.read, stage ? *stage : was);
}

void startStage(RuleContext &c)
{
    const Id pipeline = pipelineOf(c.read, c.after.head());
    const Id first = firstStage(c.read, pipeline);
    if (first == 0 && c.changed("pipeline_id")) {
        c.refuse("pipeline_id", label("This pipeline has no stages yet: add some, or choose another one.").text());
        return;
    }
    if (pipeline != 0)
        c.after.set("pipeline_id", pipeline);
    if (first != 0)
        c.after.set("status_id", first);
}

/// A lead stands at a stage of its own pipeline. Another pipeline begins at its first stage. Where both agree no more,
/// because stages were merged, the pipeline follows the stage.
void standsInItsPipeline(RuleContext &c)
{
    Record &lead = c.after.head();
    const auto stage = c.read.find("lead_statuses", lead.ref("status_id"));
    if (!stage) {
        startStage(c);
        return;
    }
    const bool chosen = c.changed("pipeline_id") && lead.ref("pipeline_id") != 0;
    const bool moved = c.changed("status_id");
    const Id own = pipelineOf(c.read, *stage);
    const Id wanted = chosen ? lead.ref("pipeline_id") : c.isNew() ? own : pipelineBefore(c);
    if (own == wanted || (!chosen && !moved)) {
        if (own != 0)
            lead.set("pipeline_id", own);
    } else if (!moved) {
        startStage(c);
    } else {
        c.refuse("status_id",
                 label("“%1” is a stage of the pipeline “%2”. Choose a stage of “%3”, or change the "
                       "pipeline.")
                     .text()
                     .arg(stage->title(), nameOf(c.read, "pipelines", own), nameOf(c.read, "pipelines", wanted)));
    }
}

void followStage(RuleContext &c)
{
    Record &lead = c.after.head();
    const auto stage = c.read.find("lead_statuses", lead.ref("status_id"));
    const bool moved = c.isNew() || c.changed("status_id");
    QVariant since = keptMoment(c, "stage_changed_at"), closed = keptMoment(c, "closed_at");
    if (moved && (!c.isNew() || isEmptyValue(since)))
        since = c.now;
    const bool isClosed = stage && stage->text("kind") != stageOpen;
    if (!isClosed)
        closed = QVariant();
    else if (isEmptyValue(closed) || (moved && !c.isNew()))
        closed = c.now;
    lead.set("stage_changed_at", since);
    lead.set("closed_at", closed);
    const bool said = !isEmptyValue(lead.value("probability")) && (!moved || c.changed("probability"));
    if (stage && !said && !isEmptyValue(probabilityOf(*stage)))
        lead.set("probability", probabilityOf(*stage));
}

/// Asked for when a lead is lost; a database whose reasons are all gone asks for none.
void whyItWasLost(RuleContext &c)
{
    Record &lead = c.after.head();
    const auto stage = c.read.find("lead_statuses", lead.ref("status_id"));
    const bool isLost = stage && stage->text("kind") == stageLost, given = lead.ref("lost_reason_id") != 0;
    if (isLost && !given && (c.changed("status_id") || c.changed("lost_reason_id")) &&
        c.read.firstOf("lost_reasons") != 0)
        c.refuse("lost_reason_id", label("Say why the lead was lost.").text());
    if (isLost || !given)
        return;
    if (c.changed("lost_reason_id"))
        c.refuse("lost_reason_id",
                 label("The lead is not lost: leave the reason empty, or choose a lost stage.").text());
    else
        lead.set("lost_reason_id", QVariant());
}

void belongsToAPipeline(RuleContext &c)
{
    Record &stage = c.after.head();
    if (stage.ref("pipeline_id") == 0) {
        if (const Id pipeline = c.before ? pipelineOf(c.read, c.before->head()) : c.read.firstOf("pipelines"))
            stage.set("pipeline_id", pipeline);
    }
    if (isEmptyValue(stage.value("probability")) && !isEmptyValue(probabilityOf(stage)))
        stage.set("probability", probabilityOf(stage));
    if (c.before && pipelineOf(c.read, c.before->head()) != pipelineOf(c.read, stage) &&
        !c.read.where("leads", "status_id", c.after.id(), 1).isEmpty())
        c.refuse("pipeline_id",
                 label("Leads stand at this stage. Move them to another one first, or add a new stage there.").text());
}
} // namespace

QVariant keptMoment(const RuleContext &c, const char *field)
{
    if (c.before)
        return c.before->value(field);
    return c.actor.userId == 0 ? c.after.value(field) : QVariant();
}

Id pipelineOf(Reader &read, const Record &leadOrStage)
{
    const Id own = leadOrStage.ref("pipeline_id");
    return own != 0 ? own : read.firstOf("pipelines");
}

Id firstStage(Reader &read, Id pipeline, const QString &kind)
{
    const auto very = read.find("lead_statuses", read.firstOf("lead_statuses")); // most often this one: no search
    if (very && pipelineOf(read, *very) == pipeline && very->text("kind") == (kind.isEmpty() ? stageOpen : kind))
        return very->id();
    const QStringList kinds = kind.isEmpty() ? QStringList{stageOpen, stageWon, stageLost} : QStringList{kind};
    for (const QString &one : kinds) {
        QList<QPair<qint64, Id>> found;
        const IdList all = read.where("lead_statuses", "kind", one);
        for (const Id id : all) {
            const auto stage = read.find("lead_statuses", id);
            if (stage && pipelineOf(read, *stage) == pipeline)
                found.append({stage->integer("position"), id});
        }
        if (!found.isEmpty())
            return std::min_element(found.begin(), found.end())->second;
    }
    return 0;
}

QList<Field> dealFields()
{
    const Label heading = label("Deal");
    return {
        ref("pipeline_id", label("Pipeline"), "pipelines")
            .pickFromList()
            .whenTargetPurged(OnDelete::Restrict)
            .group(heading)
            .help(label("Another pipeline begins at its first stage.")),
        money("budget", label("Expected amount")).inList().group(heading),
        date("expected_close", label("Expected close"))
            .inList()
            .group(heading)
            .help(label("When the deal should be made. The forecasts go by this day.")),
        percent("probability", label("Probability"), 0)
            .between(0, certain)
            .group(heading)
            .help(label("Comes from the stage each time the lead moves; you may say it better.")),
        money("weighted", label("Weighted amount"))
            .calculated("budget * probability")
            .inList()
            .group(heading)
            .help(label("The expected amount times the probability: what such leads bring on average.")),
        ref("lost_reason_id", label("Why it was lost"), "lost_reasons")
            .pickFromList()
            .whenTargetPurged(OnDelete::Restrict)
            .group(heading),
        moment("stage_changed_at", label("At this stage since")).computed().indexed().group(heading),
        moment("closed_at", label("Closed on")).computed().indexed().group(heading),
    };
}

void movesAlongStages(Entity &leads)
{
    leads.beforeSave(standsInItsPipeline).beforeSave(followStage).beforeSave(whyItWasLost);
    const QString open = QStringLiteral("state_of_lead = open and status_id.kind = open");
    leads.view("forecast_month", label("Forecast for this month"), open + " and expected_close = this_month",
               "expected_close");
    leads.view("forecast_quarter", label("Forecast for this quarter"), open + " and expected_close = this_quarter",
               "expected_close");
    leads.view("late", label("Should have closed"), open + " and expected_close < today", "expected_close");
    // Of an older database nobody knows when a lead came to its stage.
    leads.view("stuck", label("Stuck"),
               open + " and (stage_changed_at < today-30d or stage_changed_at is empty and changed_at < today-30d)",
               "stage_changed_at");
    leads.view("lost", label("Lost", "leads"), "status_id.kind = lost", "-closed_at");
}

Action loseLead()
{
    Action a;
    a.key = "lose";
    a.label = label("Mark as lost");
    a.icon = "ban";
    a.available = [](const Record &lead) { return lead.ref("client_id") == 0 && lead.ref("lost_reason_id") == 0; };
    a.parameters = {ref("lost_reason_id", label("Why it was lost"), "lost_reasons").pickFromList()};
    a.run = [](ActionContext &c) {
        const Id stage = firstStage(c.read, pipelineOf(c.read, c.record.head()), stageLost);
        if (stage == 0)
            throw Error::validation({{"status_id", label("This pipeline has no stage for lost leads.").text(), {}}});
        c.record.set("status_id", stage);
        c.record.set("lost_reason_id", c.parameters.value("lost_reason_id"));
        c.repository.save(c.record);
    };
    return a;
}

void isStage(Entity &statuses)
{
    statuses.fields({
        ref("pipeline_id", label("Pipeline"), "pipelines")
            .inList()
            .pickFromList()
            .whenTargetPurged(OnDelete::Restrict)
            .help(label("Empty: the first pipeline.")),
        percent("probability", label("Probability"), 0)
            .between(0, certain)
            .inList()
            .help(
                label("How many of a hundred leads at this stage become clients. Leads take it when they come here.")),
    });
    statuses.beforeSave(belongsToAPipeline);
}

} // namespace crm::modules
