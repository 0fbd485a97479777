// Folders: hold files that belong to no other record. A file in a folder hangs on it and is seen by whoever sees it.
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"

namespace crm::modules {

void declare_knowledge_folders(Registry &registry)
{
    Entity e("folders", label("Folder"), label("Folders"));
    e.area("knowledge").place(30).icon("folder-open").title("name").ownedBy("owner_id", "shared_with");
    e.hint(label("Folders hold files that belong to no client and no task: templates, price lists, papers."));
    e.fields({
        text("name", label("Name", "of a thing"), 200).required().inList().searchable(),
        ref("parent_folder_id", label("Inside the folder"), "folders").inList(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        refList("shared_with", label("Shared with"), "users")
            .help(label("They see the folder and its files as the owner does.")),
        text("description", label("Description"), 500).searchable(),
    });
    e.attachments({"files", "comments"});
    e.beforeSave(ownedByCreator("owner_id"));
    e.beforeSave(
        noCycle("parent_folder_id", label("A folder cannot lie inside itself or inside one of its own folders.")));
    e.view("top", label("At the top"), "parent_folder_id is empty", "name");
    e.view("mine", label("Mine", "folders"), "owner_id = me", "name");
    e.sortedBy("name");
    alsoCalled("folders", label("directories", "search words"));
    registry.add(e);
}

} // namespace crm::modules
