<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>crm::BatchDialog</name>
    <message numerus="yes">
        <source>%n record(s) can be changed.</source>
        <translation>
            <numerusform>%n record can be changed.</numerusform>
            <numerusform>%n records can be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the others is locked and stays as it is.</source>
        <translation>
            <numerusform>%n of the others is locked and stays as it is.</numerusform>
            <numerusform>%n of the others are locked and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not be changed by you and stays as it is.</source>
        <translation>
            <numerusform>%n may not be changed by you and stays as it is.</numerusform>
            <numerusform>%n may not be changed by you and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is no longer there.</source>
        <translation>
            <numerusform>%n is no longer there.</numerusform>
            <numerusform>%n are no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>Change %n record</numerusform>
            <numerusform>Change %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>%n record changed</numerusform>
            <numerusform>%n records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s): %1</source>
        <translation>
            <numerusform>%n record: %1</numerusform>
            <numerusform>%n records: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be changed</source>
        <translation>
            <numerusform>%n record could not be changed</numerusform>
            <numerusform>%n records could not be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will change.</source>
        <translation>
            <numerusform>%n record will change.</numerusform>
            <numerusform>%n records will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is empty already.</source>
        <translation>
            <numerusform>%n is empty already.</numerusform>
            <numerusform>%n are empty already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has none of these.</source>
        <translation>
            <numerusform>%n has none of these.</numerusform>
            <numerusform>%n have none of these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has all of these already.</source>
        <translation>
            <numerusform>%n has all of these already.</numerusform>
            <numerusform>%n have all of these already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has this value already.</source>
        <translation>
            <numerusform>%n has this value already.</numerusform>
            <numerusform>%n have this value already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ChipEditor</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>values of a field</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Cli</name>
    <message numerus="yes">
        <source>Nothing was done: %n thing(s) must be changed on the server first.</source>
        <translation>
            <numerusform>Nothing was done: %n thing must be changed on the server first.</numerusform>
            <numerusform>Nothing was done: %n things must be changed on the server first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::CustomFieldDialog</name>
    <message numerus="yes">
        <source>Take away %n choice(s)?</source>
        <translation>
            <numerusform>Take away %n choice?</numerusform>
            <numerusform>Take away %n choices?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) use what you take away. They keep it until somebody chooses something else.</source>
        <translation>
            <numerusform>%n record uses what you take away. It keeps it until somebody chooses something else.</numerusform>
            <numerusform>%n records use what you take away. They keep it until somebody chooses something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::CustomFieldsPage</name>
    <message numerus="yes">
        <source>%n field(s) of your own</source>
        <translation>
            <numerusform>%n field of your own</numerusform>
            <numerusform>%n fields of your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) have a value in it. Forms and lists no longer show them; they come back with the field when you restore it from the trash.</source>
        <translation>
            <numerusform>%n record has a value in it. Forms and lists no longer show it; it comes back with the field when you restore it from the trash.</numerusform>
            <numerusform>%n records have a value in it. Forms and lists no longer show them; they come back with the field when you restore it from the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::DataSize</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::DocumentFiles</name>
    <message numerus="yes">
        <source>Saved: %n document(s)</source>
        <translation>
            <numerusform>Saved: %n document</numerusform>
            <numerusform>Saved: %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::DuplicatesView</name>
    <message numerus="yes">
        <source>%n record(s) told apart</source>
        <translation>
            <numerusform>%n record told apart</numerusform>
            <numerusform>%n records told apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ExportRun</name>
    <message numerus="yes">
        <source>%n row(s) exported to %1</source>
        <translation>
            <numerusform>%n row exported to %1</numerusform>
            <numerusform>%n rows exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::FieldHelp</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::FilesPanel</name>
    <message numerus="yes">
        <source>%n files deleted</source>
        <translation>
            <numerusform>%n file deleted</numerusform>
            <numerusform>%n files deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Filter</name>
    <message numerus="yes">
        <source>The filter has more than %n conditions.</source>
        <translation>
            <numerusform>The filter has more than %n condition.</numerusform>
            <numerusform>The filter has more than %n conditions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::FilterText</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Format</name>
    <message numerus="yes">
        <source>Write a number with at most %n digits after the point.</source>
        <translation>
            <numerusform>Write a number with at most %n digit after the point.</numerusform>
            <numerusform>Write a number with at most %n digits after the point.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::GroupedListModel</name>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::HelpPage</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>in the guide</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Import</name>
    <message numerus="yes">
        <source>The row has %n values, the head has %1.</source>
        <translation>
            <numerusform>The row has %n value, the head has %1.</numerusform>
            <numerusform>The row has %n values, the head has %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ImportCheckStep</name>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ImportCountsView</name>
    <message numerus="yes">
        <source>new</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>new</numerusform>
            <numerusform>new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>changed</numerusform>
            <numerusform>changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unchanged</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>unchanged</numerusform>
            <numerusform>unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skipped</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>skipped</numerusform>
            <numerusform>skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refused</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>refused</numerusform>
            <numerusform>refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ImportResultStep</name>
    <message numerus="yes">
        <source>%n row(s) refused</source>
        <translation>
            <numerusform>%n row refused</numerusform>
            <numerusform>%n rows refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n record(s).</source>
        <translation>
            <numerusform>Taken back: %n record.</numerusform>
            <numerusform>Taken back: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become what they were; new ones go to the trash. What others have changed since is shown first.</source>
        <translation>
            <numerusform>%n record becomes what it was; a new one goes to the trash. What others have changed since is shown first.</numerusform>
            <numerusform>%n records become what they were; new ones go to the trash. What others have changed since is shown first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::LeftDrafts</name>
    <message numerus="yes">
        <source>%n record(s) hold what was typed and never saved.</source>
        <translation>
            <numerusform>%n record holds what was typed and never saved.</numerusform>
            <numerusform>%n records hold what was typed and never saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ListCommands</name>
    <message numerus="yes">
        <source>Delete %n records?</source>
        <translation>
            <numerusform>Delete %n record?</numerusform>
            <numerusform>Delete %n records?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records deleted</source>
        <translation>
            <numerusform>%n record deleted</numerusform>
            <numerusform>%n records deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may not be deleted by you and stays.</source>
        <translation>
            <numerusform>%n more may not be deleted by you and stays.</numerusform>
            <numerusform>%n more may not be deleted by you and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ListStatus</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::LongWork</name>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MailActions</name>
    <message numerus="yes">
        <source>Not with %n letter(s)</source>
        <translation>
            <numerusform>Not with %n letter</numerusform>
            <numerusform>Not with %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open in your mail program: %n letter(s)</source>
        <translation>
            <numerusform>Open in your mail program: %n letter</numerusform>
            <numerusform>Open in your mail program: %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n letter(s)</source>
        <translation>
            <numerusform>%1: %n letter</numerusform>
            <numerusform>%1: %n letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MainWindow</name>
    <message numerus="yes">
        <source>Undone: %n record(s)</source>
        <translation>
            <numerusform>Undone: %n record</numerusform>
            <numerusform>Undone: %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close without %n change(s)?</source>
        <translation>
            <numerusform>Close without %n change?</numerusform>
            <numerusform>Close without %n changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo what made or changed %n record(s)?</source>
        <translation>
            <numerusform>Undo what made or changed %n record?</numerusform>
            <numerusform>Undo what made or changed %n records?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MentionBell</name>
    <message numerus="yes">
        <source>Mentions: %n new</source>
        <translation>
            <numerusform>Mentions: %n new</numerusform>
            <numerusform>Mentions: %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) mention you</source>
        <translation>
            <numerusform>%n comment mentions you</numerusform>
            <numerusform>%n comments mention you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Merge</name>
    <message numerus="yes">
        <source>At most %n record(s) can be merged into one at once.</source>
        <translation>
            <numerusform>At most %n record can be merged into one at once.</numerusform>
            <numerusform>At most %n records can be merged into one at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MergeDialog</name>
    <message numerus="yes">
        <source>Merge %n record(s)</source>
        <translation>
            <numerusform>Merge %n record</numerusform>
            <numerusform>Merge %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are the same</source>
        <translation>
            <numerusform>%n field is the same</numerusform>
            <numerusform>%n fields are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the others go to the trash with them.</source>
        <translation>
            <numerusform>%n line of the others goes to the trash with them.</numerusform>
            <numerusform>%n lines of the others go to the trash with them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MergeRecords</name>
    <message numerus="yes">
        <source>%n record(s) merged into “%1”</source>
        <translation>
            <numerusform>%n record merged into “%1”</numerusform>
            <numerusform>%n records merged into “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::NamedBars</name>
    <message numerus="yes">
        <source>Others: %n</source>
        <comment>what is left of a chart</comment>
        <translation>
            <numerusform>Others: %n</numerusform>
            <numerusform>Others: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::PaletteModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>places, commands</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::PaperBatch</name>
    <message numerus="yes">
        <source>Saved as PDF: %n</source>
        <translation>
            <numerusform>Saved as PDF: %n</numerusform>
            <numerusform>Saved as PDF: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Password</name>
    <message numerus="yes">
        <source>A password must have at least %n characters.</source>
        <translation>
            <numerusform>A password must have at least %n character.</numerusform>
            <numerusform>A password must have at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A password may have at most %n characters.</source>
        <translation>
            <numerusform>A password may have at most %n character.</numerusform>
            <numerusform>A password may have at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::People</name>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong passwords. Try again in %n second.</numerusform>
            <numerusform>Too many wrong passwords. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::PeoplePage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::QuestionActions</name>
    <message numerus="yes">
        <source>Answers taken: %n</source>
        <translation>
            <numerusform>Answers taken: %n</numerusform>
            <numerusform>Answers taken: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ReminderBell</name>
    <message numerus="yes">
        <source>Reminders: %n due</source>
        <translation>
            <numerusform>Reminders: %n due</numerusform>
            <numerusform>Reminders: %n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) are due</source>
        <translation>
            <numerusform>%n reminder is due</numerusform>
            <numerusform>%n reminders are due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::RemindersPanel</name>
    <message numerus="yes">
        <source>%n reminder(s) deleted</source>
        <translation>
            <numerusform>%n reminder deleted</numerusform>
            <numerusform>%n reminders deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::RemoveRecords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) have been changed. Delete all the same?</source>
        <translation>
            <numerusform>%n record has been changed. Delete it all the same?</numerusform>
            <numerusform>%n records have been changed. Delete all the same?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gone along: %n record(s).</source>
        <translation>
            <numerusform>Gone along: %n record.</numerusform>
            <numerusform>Gone along: %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still pointing there: %n record(s).</source>
        <translation>
            <numerusform>Still pointing there: %n record.</numerusform>
            <numerusform>Still pointing there: %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::RoleLimit</name>
    <message numerus="yes">
        <source>Of clients, and of what belongs to them, only those of %n group(s) can be seen.</source>
        <translation>
            <numerusform>Of clients, and of what belongs to them, only those of %n group can be seen.</numerusform>
            <numerusform>Of clients, and of what belongs to them, only those of %n groups can be seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::RolesPage</name>
    <message numerus="yes">
        <source>%1: none of the %n record(s) can be seen any more.</source>
        <translation>
            <numerusform>%1: the %n record cannot be seen any more.</numerusform>
            <numerusform>%1: none of the %n records can be seen any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of the %n record(s) only one&apos;s own can still be seen.</source>
        <translation>
            <numerusform>%1: the %n record can still be seen only if it is one&apos;s own.</numerusform>
            <numerusform>%1: of the %n records only one&apos;s own can still be seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of the %n record(s) only the team&apos;s can still be seen.</source>
        <translation>
            <numerusform>%1: the %n record can still be seen only if it is the team&apos;s.</numerusform>
            <numerusform>%1: of the %n records only the team&apos;s can still be seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) have this role.</source>
        <translation>
            <numerusform>%1 and %n other have this role.</numerusform>
            <numerusform>%1 and %n others have this role.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>... and %n more</numerusform>
            <numerusform>... and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ServerCheck</name>
    <message numerus="yes">
        <source>%n account(s) of the server have no password.</source>
        <translation>
            <numerusform>%n account of the server has no password.</numerusform>
            <numerusform>%n accounts of the server have no password.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clocks of the server and of this computer differ by %n minute(s).</source>
        <translation>
            <numerusform>The clocks of the server and of this computer differ by %n minute.</numerusform>
            <numerusform>The clocks of the server and of this computer differ by %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ServerSetup</name>
    <message numerus="yes">
        <source>Make %n table(s).</source>
        <translation>
            <numerusform>Make %n table.</numerusform>
            <numerusform>Make %n tables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n view(s) that show everybody what their role allows.</source>
        <translation>
            <numerusform>Make %n view that shows everybody what their role allows.</numerusform>
            <numerusform>Make %n views that show everybody what their role allows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::SettingsPage</name>
    <message numerus="yes">
        <source>The window stood still for 50 ms or more %n time(s) since the start, at most %1 ms (%2).</source>
        <translation>
            <numerusform>The window stood still for 50 ms or more %n time since the start, for %1 ms (%2).</numerusform>
            <numerusform>The window stood still for 50 ms or more %n times since the start, at most %1 ms (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::SummaryPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::TextEditor</name>
    <message numerus="yes">
        <source>At most %n character(s) fit here: the rest was left out.</source>
        <translation>
            <numerusform>At most %n character fits here: the rest was left out.</numerusform>
            <numerusform>At most %n characters fit here: the rest was left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::TrashPage</name>
    <message numerus="yes">
        <source>%n record(s) in the trash</source>
        <translation>
            <numerusform>%n record in the trash</numerusform>
            <numerusform>%n records in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n record(s) for good?</source>
        <translation>
            <numerusform>Delete %n record for good?</numerusform>
            <numerusform>Delete %n records for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n record(s) of the trash; there are more</source>
        <translation>
            <numerusform>The newest %n record of the trash; there are more</numerusform>
            <numerusform>The newest %n records of the trash; there are more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) restored</source>
        <translation>
            <numerusform>%n record restored</numerusform>
            <numerusform>%n records restored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::UndoRecords</name>
    <message numerus="yes">
        <source>%n record(s) have been changed since. Undo these all the same?</source>
        <translation>
            <numerusform>%n record has been changed since. Undo it all the same?</numerusform>
            <numerusform>%n records have been changed since. Undo these all the same?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::UnknownValuesModel</name>
    <message numerus="yes">
        <source>%n record(s) are called so</source>
        <translation>
            <numerusform>%n record is called so</numerusform>
            <numerusform>%n records are called so</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::WholeText</name>
    <message numerus="yes">
        <source>… The text goes on: %Ln character(s) in all.</source>
        <translation>
            <numerusform>… The text goes on: %Ln character in all.</numerusform>
            <numerusform>… The text goes on: %Ln characters in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Writing</name>
    <message numerus="yes">
        <source>%n record(s) have been changed by others since you looked at them, so nothing was deleted.</source>
        <translation>
            <numerusform>%n record has been changed by somebody else since you looked at it, so nothing was deleted.</numerusform>
            <numerusform>%n records have been changed by others since you looked at them, so nothing was deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::XlsxReader</name>
    <message numerus="yes">
        <source>The row has more than %n cells.</source>
        <translation>
            <numerusform>The row has more than %n cell.</numerusform>
            <numerusform>The row has more than %n cells.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::modules</name>
    <message numerus="yes">
        <source>%n person(s) have this role. Give them another one first.</source>
        <translation>
            <numerusform>%n person has this role. Give them another one first.</numerusform>
            <numerusform>%n people have this role. Give them another one first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It waits for %n task(s) that are not done yet. Finish them or remove them from “Waits for”.</source>
        <translation>
            <numerusform>It waits for %n task that is not done yet. Finish them or remove them from “Waits for”.</numerusform>
            <numerusform>It waits for %n tasks that are not done yet. Finish them or remove them from “Waits for”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have this role. Staff and people of a client cannot share one: give them another first.</source>
        <translation>
            <numerusform>%n person has this role. Staff and people of a client cannot share one: give them another first.</numerusform>
            <numerusform>%n people have this role. Staff and people of a client cannot share one: give them another first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::work</name>
    <message numerus="yes">
        <source>Made %n record(s).</source>
        <translation>
            <numerusform>Made %n record.</numerusform>
            <numerusform>Made %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n missed)</source>
        <translation>
            <numerusform>%1 (%n missed)</numerusform>
            <numerusform>%1 (%n missed)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) passed without anything being made (%1): make or skip what was missed.</source>
        <translation>
            <numerusform>%n date passed without anything being made (%1): make or skip what was missed.</numerusform>
            <numerusform>%n dates passed without anything being made (%1): make or skip what was missed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made as often as wanted: %n time(s).</source>
        <translation>
            <numerusform>Made as often as wanted: %n time.</numerusform>
            <numerusform>Made as often as wanted: %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the %n missed</source>
        <translation>
            <numerusform>Make the %n missed</numerusform>
            <numerusform>Make the %n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the %n missed now?</source>
        <translation>
            <numerusform>Make the %n missed date now?</numerusform>
            <numerusform>Make the %n missed dates now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip the %n missed</source>
        <translation>
            <numerusform>Skip the %n missed</numerusform>
            <numerusform>Skip the %n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip the %n missed?</source>
        <translation>
            <numerusform>Skip the %n missed date?</numerusform>
            <numerusform>Skip the %n missed dates?</numerusform>
        </translation>
    </message>
</context>
</TS>
