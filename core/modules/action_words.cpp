#include "core/modules/action_words.h"
#include "core/model/entity.h"
#include "core/model/search_words.h"

namespace crm::modules {
namespace {

using Entries = QHash<QString, Label>;

/// By the keys of the actions.
const Entries &allWords()
{
    static const Entries entries = {
        // what becomes of a document
        {"issue", label("post, finalise, confirm, approve", "search words")},
        {"cancel", label("void, annul, reverse, withdraw", "search words")},
        {"copy", label("duplicate, clone, the same again", "search words")},
        {"accept", label("agreed, approved, signed, won", "search words")},
        {"decline", label("reject, refused, lost", "search words")},
        {"seen", label("opened, read, viewed by the client", "search words")},
        {"countersign", label("sign, signature, stamp", "search words")},
        {"take_text", label("insert a text, fill in, snippet", "search words")},
        // money
        {"pay", label("take payment, accept payment, record a payment, receive money, paid", "search words")},
        {"spread", label("allocate the payment, distribute, apply to invoices, offset", "search words")},
        {"pay_back", label("refund, return money", "search words")},
        {"to_credit", label("keep as an advance, offset, overpayment", "search words")},
        {"credit", label("refund, return, correct the invoice, reverse", "search words")},
        {"remind_of_payment", label("send a reminder, dunning, ask for money, overdue, debt", "search words")},
        // what it turns into
        {"to_estimate", label("turn into an estimate, convert, quotation", "search words")},
        {"to_order", label("turn into an order, convert, sale", "search words")},
        {"to_invoice", label("turn into an invoice, convert, bill the client", "search words")},
        {"to_contract", label("turn into a contract, convert, agreement", "search words")},
        {"to_project", label("turn into a project, convert, start work", "search words")},
        {"to_lead", label("turn into a lead, convert, deal", "search words")},
        {"to_client", label("turn into a client, convert, customer", "search words")},
        {"to_task", label("turn into a task, convert, assignment", "search words")},
        {"convert", label("turn into a client, won, deal closed", "search words")},
        {"lose", label("refused, rejected, close the lead", "search words")},
        // what is sent
        {"mark_sent", label("send, has been sent", "search words")},
        {"withdraw", label("do not send, cancel, take back", "search words")},
        {"queue", label("send again, resend", "search words")},
        {"did_not_arrive", label("bounced, not delivered, returned", "search words")},
        // what goes on by itself
        {"activate", label("start, switch on, turn on", "search words")},
        {"pause", label("suspend, hold, stop for a while", "search words")},
        {"resume", label("go on, continue, start again", "search words")},
    };
    return entries;
}

} // namespace

void actionsAlsoCalled(const Entity &entity)
{
    for (const Action &action : entity.actions())
        if (const auto words = allWords().constFind(action.key); words != allWords().cend())
            alsoCalled(entity.key(), action.key, *words);
}

} // namespace crm::modules
