<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>crm</name>
    <message>
        <source>MyCRM</source>
        <translation>Моя ЦРМ</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
</context>
<context>
    <name>crm::AccessLogDialog</name>
    <message>
        <source>Who has seen as somebody else</source>
        <translation>Кто смотрел чужими глазами</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>From the address</source>
        <translation>С адреса</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>No administrator has seen as somebody else yet.</source>
        <translation>Ни один администратор ещё не смотрел чужими глазами.</translation>
    </message>
</context>
<context>
    <name>crm::ActionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>crm::AddressesDialog</name>
    <message>
        <source>Where people may come from</source>
        <translation>Откуда разрешён вход</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Вход в программу</translation>
    </message>
    <message>
        <source>Clocking in and out</source>
        <translation>Отметка прихода и ухода</translation>
    </message>
    <message>
        <source>One address, a range such as 10.0.0.1-10.0.0.99, or a network such as 10.0.0.0/8.</source>
        <translation>Один адрес, диапазон, например 10.0.0.1-10.0.0.99, или сеть, например 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>A role or a person without a line may come from everywhere.</source>
        <translation>Роль или сотрудник, для которых нет строки, могут входить с любого адреса.</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Убрать эту строку</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Роль: %1</translation>
    </message>
    <message>
        <source>There are no lists yet: everybody may come from everywhere.</source>
        <translation>Списков пока нет: все могут входить с любого адреса.</translation>
    </message>
</context>
<context>
    <name>crm::AgendaPanel</name>
    <message>
        <source>%1 · %2</source>
        <comment>today, the date</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Back (Left)</source>
        <translation>Назад (стрелка влево)</translation>
    </message>
    <message>
        <source>Today (Home)</source>
        <translation>Сегодня (Home)</translation>
    </message>
    <message>
        <source>On (Right)</source>
        <translation>Вперёд (стрелка вправо)</translation>
    </message>
    <message>
        <source>Plan something on the day that is chosen</source>
        <translation>Запланировать на выбранный день</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Что показывать</translation>
    </message>
    <message>
        <source>The whole week</source>
        <translation>Неделя целиком</translation>
    </message>
    <message>
        <source>That of colleagues, too</source>
        <translation>И то, что у коллег</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from day to day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, what comes up then</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>There is more than fits here: see the lists.</source>
        <translation>Здесь поместилось не всё: остальное — в списках.</translation>
    </message>
    <message>
        <source>Nothing comes up in this week. The plus sign plans something.</source>
        <translation>На этой неделе ничего не предстоит. Запланировать можно кнопкой «плюс».</translation>
    </message>
    <message>
        <source>Nothing comes up on this day. The plus sign plans something.</source>
        <translation>В этот день ничего не предстоит. Запланировать можно кнопкой «плюс».</translation>
    </message>
</context>
<context>
    <name>crm::Allocation</name>
    <message>
        <source>A payment below zero cannot be spread over documents.</source>
        <translation>Оплату меньше нуля нельзя распределить по документам.</translation>
    </message>
    <message>
        <source>The days overdue must rise, for example 30, 60, 90: %1 cannot follow %2.</source>
        <translation>Дни просрочки должны возрастать, например 30, 60, 90: %1 не может идти после %2.</translation>
    </message>
</context>
<context>
    <name>crm::Answers</name>
    <message>
        <source>There are %1 files in these answers; at most %2 are taken.</source>
        <translation>В этих ответах файлов: %1; принимается не больше %2.</translation>
    </message>
    <message>
        <source>The file “%1” in these answers is damaged. Ask for it again.</source>
        <translation>Файл «%1» в этих ответах повреждён. Попросите прислать его ещё раз.</translation>
    </message>
    <message>
        <source>This is no file of answers. Choose the file that the page has saved.</source>
        <translation>Это не файл с ответами. Выберите файл, который сохранила страница.</translation>
    </message>
    <message>
        <source>These answers come from a later version of the program. Update the program first.</source>
        <translation>Эти ответы — из более новой версии программы. Сначала обновите программу.</translation>
    </message>
    <message>
        <source>There are %1 answers in this file; at most %2 are taken.</source>
        <translation>В этом файле ответов: %1; принимается не больше %2.</translation>
    </message>
    <message>
        <source>“%1” takes no answers now. Open it again first.</source>
        <translation>«%1» сейчас не принимает ответы. Сначала снова включите его.</translation>
    </message>
    <message>
        <source>Nothing has been answered.</source>
        <translation>Ни на один вопрос нет ответа.</translation>
    </message>
    <message>
        <source>These answers have been taken already: %1.</source>
        <translation>Эти ответы уже приняты: %1.</translation>
    </message>
    <message>
        <source>These answers belong to nothing that this program asks.</source>
        <translation>Эти ответы не относятся ни к одному вопросу этой программы.</translation>
    </message>
    <message>
        <source>What these answers belong to is not in this database, or you may not see it. Ask an administrator.</source>
        <translation>Брифа, к которому относятся эти ответы, нет в этой базе, или он вам не виден. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The file is too large to be answers: more than %1.</source>
        <translation>Файл слишком велик для ответов: больше %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>Не удаётся прочитать «%1»: %2</translation>
    </message>
</context>
<context>
    <name>crm::AttachFile</name>
    <message>
        <source>The file %1 cannot be read: %2. Choose another one.</source>
        <translation>Не удалось прочитать файл %1: %2. Выберите другой файл.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2. Choose another place.</source>
        <translation>Не удалось записать файл %1: %2. Выберите другое место.</translation>
    </message>
    <message>
        <source>It is too large to look into. Save the file instead.</source>
        <translation>Файл слишком велик для просмотра. Сохраните его на диск.</translation>
    </message>
    <message>
        <source>The file %1 has %2; at most %3 can be attached. Keep it where it is, and write down the place.</source>
        <translation>В файле %1 — %2; вложить можно не больше %3. Оставьте его на месте и запишите, где он лежит.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <comment>name of a file; a date and a time</comment>
        <translation>Рисунок %1.png</translation>
    </message>
    <message>
        <source>The picture cannot be written to a temporary file. Is the disk full?</source>
        <translation>Рисунок не удалось записать во временный файл. Возможно, на диске нет места.</translation>
    </message>
    <message>
        <source>The file %1 was not attached: it was cancelled.</source>
        <translation>Файл %1 не прикреплён: загрузка отменена.</translation>
    </message>
    <message>
        <source>Attaching %1</source>
        <translation>Загрузка файла: %1</translation>
    </message>
</context>
<context>
    <name>crm::BatchDialog</name>
    <message>
        <source>Change many records</source>
        <translation>Изменить много записей</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>How it is changed</source>
        <translation>Как изменить</translation>
    </message>
    <message>
        <source>Counting...</source>
        <translation>Подсчёт...</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) can be changed.</source>
        <translation>
            <numerusform>Можно изменить %n запись.</numerusform>
            <numerusform>Можно изменить %n записи.</numerusform>
            <numerusform>Можно изменить %n записей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the others is locked and stays as it is.</source>
        <translation>
            <numerusform>Ещё %n заперта и останется как есть.</numerusform>
            <numerusform>Ещё %n заперты и останутся как есть.</numerusform>
            <numerusform>Ещё %n заперты и останутся как есть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not be changed by you and stays as it is.</source>
        <translation>
            <numerusform>Ещё %n вам менять нельзя, она останется как есть.</numerusform>
            <numerusform>Ещё %n вам менять нельзя, они останутся как есть.</numerusform>
            <numerusform>Ещё %n вам менять нельзя, они останутся как есть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is no longer there.</source>
        <translation>
            <numerusform>%n записи больше нет.</numerusform>
            <numerusform>%n записей больше нет.</numerusform>
            <numerusform>%n записей больше нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Заменить на</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Установить</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>Очистить поле</translation>
    </message>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>Изменить %n запись</numerusform>
            <numerusform>Изменить %n записи</numerusform>
            <numerusform>Изменить %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>Изменена %n запись</numerusform>
            <numerusform>Изменены %n записи</numerusform>
            <numerusform>Изменено %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>Менять ничего не пришлось.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s): %1</source>
        <translation>
            <numerusform>%n запись: %1</numerusform>
            <numerusform>%n записи: %1</numerusform>
            <numerusform>%n записей: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be changed</source>
        <translation>
            <numerusform>Не удалось изменить %n запись</numerusform>
            <numerusform>Не удалось изменить %n записи</numerusform>
            <numerusform>Не удалось изменить %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Ничего не изменится.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will change.</source>
        <translation>
            <numerusform>Изменится %n запись.</numerusform>
            <numerusform>Изменятся %n записи.</numerusform>
            <numerusform>Изменится %n записей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is empty already.</source>
        <translation>
            <numerusform>У %n поле уже пусто.</numerusform>
            <numerusform>У %n поле уже пусто.</numerusform>
            <numerusform>У %n поле уже пусто.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has none of these.</source>
        <translation>
            <numerusform>У %n ничего из этого нет.</numerusform>
            <numerusform>У %n ничего из этого нет.</numerusform>
            <numerusform>У %n ничего из этого нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has all of these already.</source>
        <translation>
            <numerusform>У %n всё это уже есть.</numerusform>
            <numerusform>У %n всё это уже есть.</numerusform>
            <numerusform>У %n всё это уже есть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has this value already.</source>
        <translation>
            <numerusform>У %n уже это значение.</numerusform>
            <numerusform>У %n уже это значение.</numerusform>
            <numerusform>У %n уже это значение.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::BatchEdit</name>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>The record is no longer there.</source>
        <translation>Записи больше нет.</translation>
    </message>
</context>
<context>
    <name>crm::Blobs</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Не удалось прочитать файл: %1.</translation>
    </message>
    <message>
        <source>The content of this file is not in the database.</source>
        <translation>Содержимого этого файла нет в базе данных.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Не удалось записать файл: %1.</translation>
    </message>
    <message>
        <source>The content of this file is damaged in the database.</source>
        <translation>Содержимое этого файла в базе данных повреждено.</translation>
    </message>
</context>
<context>
    <name>crm::BusyPage</name>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Остановка…</translation>
    </message>
</context>
<context>
    <name>crm::CardBoard</name>
    <message>
        <source>Alt+Shift and an arrow move the card, Ctrl+Shift and an arrow make it narrower or wider; the mouse drags it.</source>
        <translation>Alt+Shift со стрелкой передвигает карточку, Ctrl+Shift со стрелкой влево или вправо меняет её ширину; мышью её можно перетащить.</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Передвинуть влево</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Передвинуть вправо</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Передвинуть вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Передвинуть вниз</translation>
    </message>
    <message>
        <source>Make wider</source>
        <translation>Сделать шире</translation>
    </message>
    <message>
        <source>Make narrower</source>
        <translation>Сделать уже</translation>
    </message>
    <message>
        <source>Take it from the dashboard</source>
        <translation>Убрать с рабочего стола</translation>
    </message>
</context>
<context>
    <name>crm::Cart</name>
    <message>
        <source>Put something in first.</source>
        <translation>Сначала положите что-нибудь в корзину.</translation>
    </message>
</context>
<context>
    <name>crm::CellText</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
</context>
<context>
    <name>crm::ChipEditor</name>
    <message>
        <source>Add...</source>
        <translation>Добавить...</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>values of a field</comment>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ChoiceListEditor</name>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Переместить выше (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Переместить ниже (Alt+Down)</translation>
    </message>
    <message>
        <source>Take the choice away (Del)</source>
        <translation>Удалить вариант (Del)</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Add a choice (Ins)</source>
        <translation>Добавить вариант (Ins)</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Без цвета</translation>
    </message>
</context>
<context>
    <name>crm::Cli</name>
    <message>
        <source>There is no option --%1.</source>
        <translation>Неизвестный параметр: --%1.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>Параметр --%1 указывают без значения.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value: --%1 %2.</source>
        <translation>Для параметра --%1 нужно значение: --%1 %2.</translation>
    </message>
    <message>
        <source>Arguments are missing: %1 %2.</source>
        <translation>Не хватает аргументов. Нужно: %1 %2.</translation>
    </message>
    <message>
        <source>Unexpected argument: “%1”.</source>
        <translation>Лишний аргумент: «%1».</translation>
    </message>
    <message>
        <source>--%1 needs a whole number of at least %2, not “%3”.</source>
        <translation>Для --%1 нужно целое число не меньше %2, а не «%3».</translation>
    </message>
    <message>
        <source>Say which database: --db FILE.</source>
        <translation>Укажите базу данных: --db ФАЙЛ.</translation>
    </message>
    <message>
        <source>Reading the file ...</source>
        <translation>Чтение файла ...</translation>
    </message>
    <message>
        <source>%1 of %2 checks</source>
        <translation>Проверок: %1 из %2</translation>
    </message>
    <message>
        <source>No faults found.</source>
        <translation>Ошибок не найдено.</translation>
    </message>
    <message>
        <source>Looks for what must not be in the database</source>
        <translation>Проверить базу данных на ошибки</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Для параметра %1 нужно значение.</translation>
    </message>
    <message>
        <source>The program speaks en and ru, not “%1”.</source>
        <translation>Доступные языки — en и ru, а не «%1».</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Ошибка: %1</translation>
    </message>
    <message>
        <source>Say what to do, for example: mycrmctl --db FILE list clients.</source>
        <translation>Укажите команду, например: mycrmctl --db ФАЙЛ list clients.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Неизвестная команда: «%1».</translation>
    </message>
    <message>
        <source>See mycrmctl --help.</source>
        <translation>Справка по командам: mycrmctl --help.</translation>
    </message>
    <message>
        <source>mycrmctl works with a MyCRM database without a window.</source>
        <translation>mycrmctl — работа с базой данных «Моя ЦРМ» без окна программы.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Общие параметры:</translation>
    </message>
    <message>
        <source>who acts (or the variable MYCRM_USER); not needed where nobody has a password</source>
        <translation>пользователь (или переменная MYCRM_USER); не нужен, если ни у кого нет пароля</translation>
    </message>
    <message>
        <source>the password is the first line of stdin (else: the file that MYCRM_PASSWORD_FILE names, or the keychain)</source>
        <translation>пароль — первая строка stdin (иначе — файл из переменной MYCRM_PASSWORD_FILE или связка ключей)</translation>
    </message>
    <message>
        <source>keeps the password in the system&apos;s keychain</source>
        <translation>сохранить пароль в системной связке ключей</translation>
    </message>
    <message>
        <source>answers, errors too, as one line of JSON</source>
        <translation>выводить ответы и ошибки одной строкой JSON</translation>
    </message>
    <message>
        <source>the language of texts</source>
        <translation>язык текстов</translation>
    </message>
    <message>
        <source>the program&apos;s version</source>
        <translation>версия программы</translation>
    </message>
    <message>
        <source>this help; behind a command, its own</source>
        <translation>эта справка; после команды — справка по ней</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Коды завершения:</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>the command line is wrong</source>
        <translation>ошибка в командной строке</translation>
    </message>
    <message>
        <source>a value cannot be taken</source>
        <translation>недопустимое значение</translation>
    </message>
    <message>
        <source>no right, or a wrong password</source>
        <translation>нет прав или неверный пароль</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>somebody else has changed the same</source>
        <translation>конфликт правок: эти же данные изменил кто-то другой</translation>
    </message>
    <message>
        <source>locked by another program, no connection, or a full disk</source>
        <translation>занято другой программой, нет соединения или диск заполнен</translation>
    </message>
    <message>
        <source>damaged; check has found faults</source>
        <translation>данные повреждены; проверка check нашла ошибки</translation>
    </message>
    <message>
        <source>not supported, such as the file of a newer program</source>
        <translation>не поддерживается, например файл более новой программы</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>imported, but some rows were refused</source>
        <translation>импорт выполнен, но часть строк отклонена</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>Пример:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Параметры:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Примеры:</translation>
    </message>
    <message>
        <source>Say where the line belongs: %1=RECORD.</source>
        <translation>Укажите, к чему относится строка: %1=ЗАПИСЬ.</translation>
    </message>
    <message>
        <source>%1 have no lines.</source>
        <translation>У записей «%1» нет строк.</translation>
    </message>
    <message>
        <source>Makes a record and prints its id</source>
        <translation>Создать запись и вывести её id</translation>
    </message>
    <message>
        <source>ENTITY FIELD=VALUE...</source>
        <translation>СУЩНОСТЬ ПОЛЕ=ЗНАЧЕНИЕ...</translation>
    </message>
    <message>
        <source>VALUES</source>
        <translation>ЗНАЧЕНИЯ</translation>
    </message>
    <message>
        <source>a line of the document, for example &quot;item_id=Chai,quantity=2&quot;; repeat it</source>
        <translation>строка документа, например &quot;item_id=Chai,quantity=2&quot;; можно указать несколько раз</translation>
    </message>
    <message>
        <source>Deleted for good: %1.</source>
        <translation>Удалено безвозвратно: %1.</translation>
    </message>
    <message>
        <source>Moved to the trash: %1. To take it back: undo --batch %2</source>
        <translation>Перемещено в корзину: %1. Отменить: undo --batch %2</translation>
    </message>
    <message>
        <source>Moves records to the trash</source>
        <translation>Переместить записи в корзину</translation>
    </message>
    <message>
        <source>ENTITY RECORD...</source>
        <translation>СУЩНОСТЬ ЗАПИСЬ...</translation>
    </message>
    <message>
        <source>deletes what lies in the trash for good (administrators)</source>
        <translation>безвозвратно удалить то, что лежит в корзине (только для администраторов)</translation>
    </message>
    <message>
        <source>--%1 takes a whole number up to 1000000, not “%2”.</source>
        <translation>Для --%1 нужно целое число до 1000000, а не «%2».</translation>
    </message>
    <message>
        <source>Only an administrator may add demo data.</source>
        <translation>Добавлять демоданные может только администратор.</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>Записей: %1 из %2</translation>
    </message>
    <message>
        <source>Made %1 records. “undo --batch %2” takes them back.</source>
        <translation>Создано записей: %1. Отменить: «undo --batch %2».</translation>
    </message>
    <message>
        <source>Fills the database with demo data, the same for the same seed; makes the file if need be</source>
        <translation>Заполнить базу демоданными, одинаковыми при одном и том же --seed; если файла нет, создать его</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>clients, up to 1000000 (200)</source>
        <translation>число клиентов, до 1000000 (200)</translation>
    </message>
    <message>
        <source>other data for another number (1)</source>
        <translation>другое число даёт другие данные (1)</translation>
    </message>
    <message>
        <source>of items, tasks, notes (ru)</source>
        <translation>язык товаров, задач и заметок (ru)</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательное</translation>
    </message>
    <message>
        <source>filled in by the program</source>
        <translation>заполняет программа</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Примечания</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Сущность</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Полей</translation>
    </message>
    <message>
        <source>Shows the kinds of records and their fields</source>
        <translation>Показать виды записей (сущности) и их поля</translation>
    </message>
    <message>
        <source>[ENTITY]</source>
        <translation>[СУЩНОСТЬ]</translation>
    </message>
    <message>
        <source>Nothing can be written to stdout: %1.</source>
        <translation>Не удалось вывести данные в stdout: %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>Не удалось записать «%1»: %2.</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>Строк: %1 из %2</translation>
    </message>
    <message>
        <source>Exported %1 rows to %2.</source>
        <translation>Выгружено строк: %1. Куда: %2.</translation>
    </message>
    <message>
        <source>ENTITY [FILE]</source>
        <translation>СУЩНОСТЬ [ФАЙЛ]</translation>
    </message>
    <message>
        <source>of the file (by its name)</source>
        <translation>формат файла (по имени файла)</translation>
    </message>
    <message>
        <source>for a spreadsheet: byte order mark, local separator, ids that it does not round</source>
        <translation>для электронных таблиц: метка порядка байтов, местный разделитель, защита id от округления</translation>
    </message>
    <message>
        <source>labels as heads, titles instead of ids</source>
        <translation>названия полей в заголовке, названия записей вместо id</translation>
    </message>
    <message>
        <source>line</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Стало</translation>
    </message>
    <message>
        <source>Shows who changed what in a record, the latest first</source>
        <translation>Показать, кто и что изменил в записи; последние изменения сверху</translation>
    </message>
    <message>
        <source>ENTITY RECORD</source>
        <translation>СУЩНОСТЬ ЗАПИСЬ</translation>
    </message>
    <message>
        <source>at most so many changes (200)</source>
        <translation>максимум изменений (200)</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Файла «%1» нет.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>Не удалось прочитать «%1»: %2.</translation>
    </message>
    <message>
        <source>What comes from stdin cannot be kept: %1.</source>
        <translation>Не удалось сохранить данные из stdin: %1.</translation>
    </message>
    <message>
        <source>“%1” is no encoding that the program knows. It knows: %2.</source>
        <translation>Кодировка «%1» неизвестна. Поддерживаются: %2.</translation>
    </message>
    <message>
        <source>A separator is one character, or the word tab.</source>
        <translation>Разделитель — один символ или слово tab.</translation>
    </message>
    <message>
        <source>--on-match is update, skip or refuse, not “%1”.</source>
        <translation>Для --on-match допустимы update, skip и refuse, а не «%1».</translation>
    </message>
    <message>
        <source>--date-format is d/m/y, m/d/y or y/m/d, not “%1”.</source>
        <translation>Для --date-format допустимы d/m/y, m/d/y и y/m/d, а не «%1».</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Столбцы: %1</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Не импортируются: %1</translation>
    </message>
    <message>
        <source>Records are found by: %1</source>
        <translation>Записи ищутся по полям: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>... and %1 more: --refused FILE keeps all refused rows.</source>
        <translation>... и ещё %1: параметр --refused ФАЙЛ сохранит все отклонённые строки.</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 unchanged, %5 skipped, %6 refused</source>
        <translation>%1: новых — %2, изменено — %3, без изменений — %4, пропущено — %5, отклонено — %6</translation>
    </message>
    <message>
        <source>Would be imported. %1</source>
        <translation>Будет импортировано. %1</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed</source>
        <translation>%1: новых — %2, изменено — %3</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Примечание: %1</translation>
    </message>
    <message>
        <source>Nothing was imported, because some rows were refused.</source>
        <translation>Ничего не импортировано: часть строк отклонена.</translation>
    </message>
    <message>
        <source>To take it back: undo --batch %1</source>
        <translation>Отменить: undo --batch %1</translation>
    </message>
    <message>
        <source>ENTITY FILE</source>
        <translation>СУЩНОСТЬ ФАЙЛ</translation>
    </message>
    <message>
        <source>MAP</source>
        <translation>СХЕМА</translation>
    </message>
    <message>
        <source>where columns go: &quot;CompanyName=name,CustomerID=client_id.external_id&quot;; the others are guessed by their heads</source>
        <translation>куда попадут столбцы: &quot;CompanyName=name,CustomerID=client_id.external_id&quot;; остальные определяются по заголовкам</translation>
    </message>
    <message>
        <source>imports the columns of --map alone</source>
        <translation>импортировать только столбцы из --map</translation>
    </message>
    <message>
        <source>the same for all rows: &quot;rounding=document&quot;</source>
        <translation>одно значение для всех строк: &quot;rounding=document&quot;</translation>
    </message>
    <message>
        <source>FIELDS</source>
        <translation>ПОЛЯ</translation>
    </message>
    <message>
        <source>which record a row means (id or external_id, if the file has it); none: every row is new</source>
        <translation>по каким полям искать запись (id или external_id, если они есть в файле); none — все строки новые</translation>
    </message>
    <message>
        <source>what happens to records that exist (update)</source>
        <translation>что делать с существующими записями (update)</translation>
    </message>
    <message>
        <source>an empty cell leaves what is stored</source>
        <translation>пустая ячейка не стирает сохранённое значение</translation>
    </message>
    <message>
        <source>writes nothing, and shows what would happen with the first rows</source>
        <translation>ничего не записывать, а показать, что будет с первыми строками</translation>
    </message>
    <message>
        <source>rows that --dry-run shows (10)</source>
        <translation>сколько строк покажет --dry-run (10)</translation>
    </message>
    <message>
        <source>one transaction; one refused row refuses all</source>
        <translation>одна транзакция; одна отклонённая строка отменяет весь импорт</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>keeps the refused rows with their reasons, to be mended and imported</source>
        <translation>сохранить отклонённые строки с причинами, чтобы исправить их и импортировать</translation>
    </message>
    <message>
        <source>the order of dates (detected)</source>
        <translation>порядок частей даты (определяется автоматически)</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>ИМЯ</translation>
    </message>
    <message>
        <source>SIGN</source>
        <translation>ЗНАК</translation>
    </message>
    <message>
        <source>between values, or tab (detected)</source>
        <translation>знак между значениями или tab (определяется автоматически)</translation>
    </message>
    <message>
        <source>the first row is no head; columns are called 1, 2, 3 ...</source>
        <translation>первая строка — не заголовок; столбцы называются 1, 2, 3 ...</translation>
    </message>
    <message>
        <source>fills up rows with too few values</source>
        <translation>дополнять строки, в которых не хватает значений</translation>
    </message>
    <message>
        <source>The first rows can be in en or ru, not “%1”.</source>
        <translation>Язык начальных данных — en или ru, а не «%1».</translation>
    </message>
    <message>
        <source>“%1” is no currency. Write its three-letter code, for example EUR.</source>
        <translation>«%1» — не код валюты. Укажите трёхбуквенный код, например EUR.</translation>
    </message>
    <message>
        <source>Password of the administrator: </source>
        <translation>Пароль администратора: </translation>
    </message>
    <message>
        <source>Created %1 with the administrator %2.</source>
        <translation>База данных создана: %1. Администратор: %2.</translation>
    </message>
    <message>
        <source>There is no password: whoever has the file may open it.</source>
        <translation>Пароля нет: открыть базу сможет любой, у кого есть этот файл.</translation>
    </message>
    <message>
        <source>From now on say who you are: --user %1 --password-stdin.</source>
        <translation>Теперь указывайте, кто вы: --user %1 --password-stdin.</translation>
    </message>
    <message>
        <source>Makes a new database</source>
        <translation>Создать новую базу данных</translation>
    </message>
    <message>
        <source>LOGIN</source>
        <translation>ЛОГИН</translation>
    </message>
    <message>
        <source>the first administrator (admin)</source>
        <translation>первый администратор (admin)</translation>
    </message>
    <message>
        <source>as others see the administrator</source>
        <translation>имя администратора, которое видят другие</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>КОД</translation>
    </message>
    <message>
        <source>the base currency (RUB)</source>
        <translation>основная валюта (RUB)</translation>
    </message>
    <message>
        <source>of the first statuses, sources, roles ...</source>
        <translation>язык первых статусов, источников, ролей ...</translation>
    </message>
    <message>
        <source>count</source>
        <translation>количество</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>There are more: --limit 0 shows all of them.</source>
        <translation>Это не всё: --limit 0 покажет все записи.</translation>
    </message>
    <message>
        <source>Lists records, or counts and adds them up</source>
        <translation>Показать записи или посчитать их количество и суммы</translation>
    </message>
    <message>
        <source>ENTITY</source>
        <translation>СУЩНОСТЬ</translation>
    </message>
    <message>
        <source>at most so many rows (50); 0: all</source>
        <translation>максимум строк (50); 0 — все</translation>
    </message>
    <message>
        <source>passes over so many rows first</source>
        <translation>сколько строк пропустить в начале</translation>
    </message>
    <message>
        <source>the sums of fields instead of rows</source>
        <translation>суммы по полям вместо строк</translation>
    </message>
    <message>
        <source>the number of rows instead of the rows</source>
        <translation>количество строк вместо самих строк</translation>
    </message>
    <message>
        <source>CONDITION</source>
        <translation>УСЛОВИЕ</translation>
    </message>
    <message>
        <source>for example &quot;client.country = Germany and total &gt; 1000&quot;</source>
        <translation>например &quot;client.country = Germany and total &gt; 1000&quot;</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>СЛОВА</translation>
    </message>
    <message>
        <source>rows in which all the words occur</source>
        <translation>строки, в которых есть все эти слова</translation>
    </message>
    <message>
        <source>for example &quot;-order_date,number&quot;; - turns the order round</source>
        <translation>например &quot;-order_date,number&quot;; - меняет порядок на обратный</translation>
    </message>
    <message>
        <source>for example &quot;name,city,owner_id.login&quot;</source>
        <translation>например &quot;name,city,owner_id.login&quot;</translation>
    </message>
    <message>
        <source>what lies in the trash instead</source>
        <translation>записи из корзины</translation>
    </message>
    <message>
        <source>%1: nothing matches “%2”. Name the record by id, number, title, or field=value.</source>
        <translation>В списке «%1» нет записи «%2». Укажите id, номер, название или поле=значение.</translation>
    </message>
    <message>
        <source>%1: “%2” matches several records. Name one by its id: %3.</source>
        <translation>В списке «%1» несколько записей подходят под «%2». Укажите одну по id: %3.</translation>
    </message>
    <message>
        <source>%1: no record has the id %2.</source>
        <translation>В списке «%1» нет записи с id %2.</translation>
    </message>
    <message>
        <source>“%1”: write a field, = and its value, for example name=&quot;Roses Ltd&quot;.</source>
        <translation>«%1»: укажите поле, знак = и значение, например name=&quot;Roses Ltd&quot;.</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>«%1» указано дважды.</translation>
    </message>
    <message>
        <source>“%1”: name a field of %2.</source>
        <translation>«%1»: укажите поле из списка «%2».</translation>
    </message>
    <message>
        <source>“%1” is no id of a record.</source>
        <translation>«%1» — не id записи.</translation>
    </message>
    <message>
        <source>%1: nothing matches “%2”.</source>
        <translation>В списке «%1» нет записи «%2».</translation>
    </message>
    <message>
        <source>%1: “%2” matches several records.</source>
        <translation>В списке «%1» несколько записей подходят под «%2».</translation>
    </message>
    <message>
        <source>In the trash of %1 there is no “%2”.</source>
        <translation>Список «%1»: в корзине нет записи «%2».</translation>
    </message>
    <message>
        <source>Several in the trash are called “%1”. Name one by its id.</source>
        <translation>В корзине несколько записей «%1». Укажите одну по id.</translation>
    </message>
    <message>
        <source>Restored: %1.</source>
        <translation>Восстановлено: %1.</translation>
    </message>
    <message>
        <source>Takes records out of the trash, with what hangs on them</source>
        <translation>Восстановить записи из корзины вместе со всем, что к ним относится</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Special rights</source>
        <translation>Особые права</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Administrators may do everything.</source>
        <translation>Администраторам можно всё.</translation>
    </message>
    <message>
        <source>Write role set ROLE ENTITY read=all update=own ...</source>
        <translation>Формат команды: role set РОЛЬ СУЩНОСТЬ read=all update=own ...</translation>
    </message>
    <message>
        <source>“%1”: write read, create, update, delete or export, = and none, own, team or all.</source>
        <translation>«%1»: укажите read, create, update, delete или export, знак = и none, own, team или all.</translation>
    </message>
    <message>
        <source>Shows and changes what roles may do</source>
        <translation>Показать или изменить права ролей</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Finds records of all kinds by words, parts of words or digits of a phone</source>
        <translation>Найти записи всех видов по словам, частям слов или цифрам телефона</translation>
    </message>
    <message>
        <source>WORDS...</source>
        <translation>СЛОВА...</translation>
    </message>
    <message>
        <source>at most so many of each kind (5)</source>
        <translation>максимум записей каждого вида (5)</translation>
    </message>
    <message>
        <source>The record has been changed meanwhile: it is at version %1, not %2.</source>
        <translation>Запись тем временем изменили: её версия теперь %1, а не %2.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>Changed. To take it back: undo %1</source>
        <translation>Изменено. Отменить: undo %1</translation>
    </message>
    <message>
        <source>Changes fields of a record, or of a line</source>
        <translation>Изменить поля записи или строки документа</translation>
    </message>
    <message>
        <source>ENTITY RECORD FIELD=VALUE...</source>
        <translation>СУЩНОСТЬ ЗАПИСЬ ПОЛЕ=ЗНАЧЕНИЕ...</translation>
    </message>
    <message>
        <source>refuses if the record is not at this version any more</source>
        <translation>не менять, если версия записи уже другая</translation>
    </message>
    <message>
        <source>Shows a record with its lines</source>
        <translation>Показать запись с её строками</translation>
    </message>
    <message>
        <source>The file “%1” that MYCRM_PASSWORD_FILE names cannot be read: %2.</source>
        <translation>Не удалось прочитать файл «%1» из переменной MYCRM_PASSWORD_FILE: %2.</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Пароль: </translation>
    </message>
    <message>
        <source>Say what to take back: the number of a change, or --batch ID.</source>
        <translation>Укажите, что отменить: номер изменения или --batch ID.</translation>
    </message>
    <message>
        <source>%1 of %2 changes</source>
        <translation>Изменений: %1 из %2</translation>
    </message>
    <message>
        <source>“%1” is no number of a change; history shows them.</source>
        <translation>«%1» — не номер изменения; номера показывает history.</translation>
    </message>
    <message>
        <source>Takes back a change, or a whole import</source>
        <translation>Отменить изменение или весь импорт</translation>
    </message>
    <message>
        <source>[CHANGE]</source>
        <translation>[НОМЕР]</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>everything that one import, deletion or demo has done</source>
        <translation>всё, что сделали один импорт, одно удаление или demo</translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Новый пароль: </translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Say what the person may do: --role ROLE.</source>
        <translation>Укажите роль пользователя: --role РОЛЬ.</translation>
    </message>
    <message>
        <source>Added %1, who cannot sign in until a password is set.</source>
        <translation>Пользователь добавлен: %1. Войти можно будет, когда будет задан пароль.</translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation>Пользователь добавлен: %1.</translation>
    </message>
    <message>
        <source>The password of %1 is set.</source>
        <translation>Пароль пользователя %1 задан.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>Пользователю %1 снова разрешён вход.</translation>
    </message>
    <message>
        <source>%1 may no longer sign in.</source>
        <translation>Пользователю %1 запрещён вход.</translation>
    </message>
    <message>
        <source>Write user list, or user add, password, deactivate or activate with a LOGIN.</source>
        <translation>Формат команды: user list или user add | password | deactivate | activate ЛОГИН.</translation>
    </message>
    <message>
        <source>Shows and manages the people who sign in</source>
        <translation>Показать пользователей и управлять ими</translation>
    </message>
    <message>
        <source>list | add LOGIN | password LOGIN | deactivate LOGIN | activate LOGIN</source>
        <translation>list | add ЛОГИН | password ЛОГИН | deactivate ЛОГИН | activate ЛОГИН</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>РОЛЬ</translation>
    </message>
    <message>
        <source>of a new person</source>
        <translation>для нового пользователя</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>АДРЕС</translation>
    </message>
    <message>
        <source>the next line of stdin is the new person&apos;s password</source>
        <translation>следующая строка stdin — пароль нового пользователя</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[параметры]</translation>
    </message>
    <message>
        <source>the encoding of the file (detected)</source>
        <translation>кодировка файла (определяется автоматически)</translation>
    </message>
    <message>
        <source>the format of the file (detected)</source>
        <translation>формат файла (определяется автоматически)</translation>
    </message>
    <message>
        <source>This works with a file, not with a server: --db FILE.</source>
        <translation>Это работает с файлом, а не с сервером: --db ФАЙЛ.</translation>
    </message>
    <message>
        <source>Name one database: either --db FILE or --profile NAME.</source>
        <translation>Укажите одну базу: либо --db ФАЙЛ, либо --profile ИМЯ.</translation>
    </message>
    <message>
        <source>Say which database: --db FILE or --profile NAME.</source>
        <translation>Укажите базу: --db ФАЙЛ или --profile ИМЯ.</translation>
    </message>
    <message>
        <source>Usage: mycrmctl --db FILE|--profile NAME [--user NAME] COMMAND ...</source>
        <translation>Использование: mycrmctl --db ФАЙЛ|--profile ИМЯ [--user ЛОГИН] КОМАНДА ...</translation>
    </message>
    <message>
        <source>the database, a file on this computer</source>
        <translation>база данных: файл на этом компьютере</translation>
    </message>
    <message>
        <source>the database, on a server; see profile --help</source>
        <translation>база данных на сервере; см. profile --help</translation>
    </message>
    <message>
        <source>Usage: mycrmctl %1</source>
        <translation>Использование: mycrmctl %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что делает</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Последний запуск</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Следующий запуск</translation>
    </message>
    <message>
        <source>Its time has not come.</source>
        <translation>Его время ещё не пришло.</translation>
    </message>
    <message>
        <source>Another program is at it.</source>
        <translation>Им уже занята другая программа.</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>Сделано: %1</translation>
    </message>
    <message>
        <source>There is no job “%1”. `jobs list` names them.</source>
        <translation>Нет задания «%1». Их перечисляет `jobs list`.</translation>
    </message>
    <message>
        <source>Say `jobs list` or `jobs run`.</source>
        <translation>Напишите `jobs list` или `jobs run`.</translation>
    </message>
    <message>
        <source>Does what the program does by itself, such as making what repeats</source>
        <translation>Выполняет то, что программа делает сама, например создаёт повторяющееся</translation>
    </message>
    <message>
        <source>also those whose time has not come</source>
        <translation>и те, время которых ещё не пришло</translation>
    </message>
    <message>
        <source>these jobs alone</source>
        <translation>только эти задания</translation>
    </message>
    <message>
        <source>may be read on the way</source>
        <translation>может быть прочитано в пути</translation>
    </message>
    <message>
        <source>encrypted and verified</source>
        <translation>зашифровано и проверено</translation>
    </message>
    <message>
        <source>There are no connections yet. Add one: mycrmctl profile add office --host HOST --ca FILE</source>
        <translation>Подключений пока нет. Добавьте: mycrmctl profile add office --host СЕРВЕР --ca ФАЙЛ</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Защита</translation>
    </message>
    <message>
        <source>Say where the server is: --host HOST.</source>
        <translation>Укажите, где сервер: --host СЕРВЕР.</translation>
    </message>
    <message>
        <source>Added %1: %2.</source>
        <translation>Добавлено %1: %2.</translation>
    </message>
    <message>
        <source>Attention: whoever can listen on the way reads passwords and data of this connection.</source>
        <translation>Внимание: тот, кто может слушать сеть, прочтёт пароли и данные этого подключения.</translation>
    </message>
    <message>
        <source>Removed %1. The office itself is untouched.</source>
        <translation>Подключение %1 убрано. Сама база осталась как была.</translation>
    </message>
    <message>
        <source>Write profile list, or profile add or remove with a NAME.</source>
        <translation>Напишите profile list либо profile add или remove с ИМЕНЕМ.</translation>
    </message>
    <message>
        <source>Keeps connections to servers, by name</source>
        <translation>Хранит подключения к серверам по именам</translation>
    </message>
    <message>
        <source>list | add NAME | remove NAME</source>
        <translation>list | add ИМЯ | remove ИМЯ</translation>
    </message>
    <message>
        <source>There is no MariaDB on this computer that could be found. Say where it is: --socket PATH, or --host HOST --ca FILE --root LOGIN.</source>
        <translation>На этом компьютере не нашлось MariaDB. Укажите, где она: --socket ПУТЬ или --host СЕРВЕР --ca ФАЙЛ --root ЛОГИН.</translation>
    </message>
    <message>
        <source>Password of %1 on the MariaDB: </source>
        <translation>Пароль %1 на MariaDB: </translation>
    </message>
    <message>
        <source>fine</source>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>совет</translation>
    </message>
    <message>
        <source>must be changed</source>
        <translation>нужно изменить</translation>
    </message>
    <message>
        <source>The office %1 was there already and has been upgraded.</source>
        <translation>База %1 уже была и теперь обновлена.</translation>
    </message>
    <message>
        <source>The office %1 was there already; nothing had to be done.</source>
        <translation>База %1 уже была; делать ничего не пришлось.</translation>
    </message>
    <message>
        <source>The office %1 is ready; its administrator is %2.</source>
        <translation>База %1 готова; её администратор — %2.</translation>
    </message>
    <message>
        <source>Keep these passwords in a safe place; nobody can read them again:</source>
        <translation>Сохраните эти пароли в надёжном месте; прочесть их ещё раз нельзя:</translation>
    </message>
    <message>
        <source>Next: mycrmctl --profile %1 user add LOGIN --role ROLE --new-password-stdin</source>
        <translation>Дальше: mycrmctl --profile %1 user add ЛОГИН --role РОЛЬ --new-password-stdin</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done: %n thing(s) must be changed on the server first.</source>
        <translation>
            <numerusform>Ничего не сделано: сначала на сервере нужно изменить %n пункт.</numerusform>
            <numerusform>Ничего не сделано: сначала на сервере нужно изменить %n пункта.</numerusform>
            <numerusform>Ничего не сделано: сначала на сервере нужно изменить %n пунктов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done (--dry-run).</source>
        <translation>Ничего не сделано (--dry-run).</translation>
    </message>
    <message>
        <source>New password of %1: </source>
        <translation>Новый пароль %1: </translation>
    </message>
    <message>
        <source>New password of the owner of the tables: </source>
        <translation>Новый пароль владельца таблиц: </translation>
    </message>
    <message>
        <source>New password of the service account: </source>
        <translation>Новый пароль служебной учётной записи: </translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Say who shall administer the office again: --admin LOGIN.</source>
        <translation>Укажите, кто снова будет администратором: --admin ЛОГИН.</translation>
    </message>
    <message>
        <source>%1 may sign in with the new password and is an administrator.</source>
        <translation>%1 может войти с новым паролем и является администратором.</translation>
    </message>
    <message>
        <source>administrator of the MariaDB; its password is the first line of stdin</source>
        <translation>администратор MariaDB; его пароль — первая строка стандартного ввода</translation>
    </message>
    <message>
        <source>init: the office&apos;s first administrator (admin); rescue: who is locked out</source>
        <translation>init: первый администратор (admin); rescue: кто не может войти</translation>
    </message>
    <message>
        <source>init: as others see the administrator</source>
        <translation>init: как администратора видят другие</translation>
    </message>
    <message>
        <source>init: the base currency (RUB)</source>
        <translation>init: основная валюта (RUB)</translation>
    </message>
    <message>
        <source>init: of the first statuses, sources, roles ...</source>
        <translation>init: язык первых статусов, источников, ролей ...</translation>
    </message>
    <message>
        <source>init: the passwords of owner and service are the last two lines of stdin</source>
        <translation>init: пароли владельца и службы — две последние строки стандартного ввода</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>СЕРВЕР</translation>
    </message>
    <message>
        <source>init by socket: the name by which this computer itself connects later</source>
        <translation>init через сокет: имя, по которому потом будет подключаться этот компьютер</translation>
    </message>
    <message>
        <source>goes on with a server that is no MariaDB; nobody has tried that</source>
        <translation>продолжает и с сервером, который не MariaDB; этого никто не пробовал</translation>
    </message>
    <message>
        <source>init: says what would be done, and does nothing</source>
        <translation>init: говорит, что было бы сделано, и ничего не делает</translation>
    </message>
    <message>
        <source>allow: for all who have this role</source>
        <translation>allow: для всех с этой ролью</translation>
    </message>
    <message>
        <source>allow: for this person</source>
        <translation>allow: для этого сотрудника</translation>
    </message>
    <message>
        <source>allow: to sign in (use), or to clock in and out (clock)</source>
        <translation>allow: для входа (use) или для отметки прихода и ухода (clock)</translation>
    </message>
    <message>
        <source>Makes and looks after an office on a MariaDB</source>
        <translation>Создаёт базу на MariaDB и следит за ней</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>no account yet</source>
        <translation>учётной записи ещё нет</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>отключён</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>заблокирован</translation>
    </message>
    <message>
        <source>has to choose a password</source>
        <translation>должен выбрать пароль</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>может входить</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>«%1» — не число.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Последний вход</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Say for whom: either --role ROLE or --person LOGIN.</source>
        <translation>Укажите, для кого: либо --role РОЛЬ, либо --person ЛОГИН.</translation>
    </message>
    <message>
        <source>Addresses are for use or for clock, not for “%1”.</source>
        <translation>Адреса бывают для use или для clock, а не для «%1».</translation>
    </message>
    <message>
        <source>Allowed %1.</source>
        <translation>Разрешено: %1.</translation>
    </message>
    <message>
        <source>Removed line %1.</source>
        <translation>Строка %1 убрана.</translation>
    </message>
    <message>
        <source>There are no address lists: everybody may come from everywhere.</source>
        <translation>Списков адресов нет: все могут входить с любого адреса.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Ended connection %1.</source>
        <translation>Подключение %1 завершено.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>name or address of the server, as in its certificate</source>
        <translation>имя или адрес сервера, как в его сертификате</translation>
    </message>
    <message>
        <source>its port (3306)</source>
        <translation>его порт (3306)</translation>
    </message>
    <message>
        <source>the office&apos;s database (office)</source>
        <translation>база данных (office)</translation>
    </message>
    <message>
        <source>the certificate authority that signed the server&apos;s certificate</source>
        <translation>удостоверяющий центр, подписавший сертификат сервера</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>ПУТЬ</translation>
    </message>
    <message>
        <source>of a server on this computer, instead of host and port</source>
        <translation>сокет сервера на этом компьютере вместо имени и порта</translation>
    </message>
    <message>
        <source>goes on where the server cannot be verified; the words: &quot;%1&quot;</source>
        <translation>продолжает, когда сервер нельзя проверить; слова: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Unverified connections are allowed by these words only: --allow-plain &quot;%1&quot;</source>
        <translation>Непроверенные подключения разрешаются только этими словами: --allow-plain &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The password of %1 is missing: --password-stdin, or the file that MYCRM_PASSWORD_FILE names.</source>
        <translation>Нет пароля %1: --password-stdin или файл, который называет MYCRM_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>Пароль %1: </translation>
    </message>
    <message>
        <source>Say who you are: --user NAME.</source>
        <translation>Укажите, кто вы: --user ЛОГИН.</translation>
    </message>
    <message>
        <source>--at-version goes with one record.</source>
        <translation>--at-version — только для одной записи.</translation>
    </message>
    <message>
        <source>The record has been changed meanwhile: it is at version %1, not %2. `history` shows what was changed.</source>
        <translation>Запись тем временем изменили: сейчас версия %1, а не %2. Что изменено, покажет `history`.</translation>
    </message>
    <message>
        <source>The office %1 has been upgraded.</source>
        <translation>Офис %1 обновлён.</translation>
    </message>
    <message>
        <source>The office %1 is up to date; nothing had to be done.</source>
        <translation>Офис %1 уже обновлён, делать ничего не пришлось.</translation>
    </message>
    <message>
        <source>init | check | upgrade | rescue | people | allow RANGE | deny NUMBER | addresses | end CONNECTION | refused</source>
        <translation>init | check | upgrade | rescue | people | allow ДИАПАЗОН | deny НОМЕР | addresses | end ПОДКЛЮЧЕНИЕ | refused</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>“%1” (%2, %3)</source>
        <translation>«%1» (%2, %3)</translation>
    </message>
    <message>
        <source>Changed since, and left as they are: %1</source>
        <translation>Изменены с тех пор и оставлены как есть: %1</translation>
    </message>
    <message>
        <source>  and %1 more</source>
        <translation>  и ещё %1</translation>
    </message>
    <message>
        <source>`history` shows what was changed; the same call with --force takes them back too.</source>
        <translation>Что изменено, покажет `history`; та же команда с --force отменит и их.</translation>
    </message>
    <message>
        <source>%1 `history` shows what was changed. To take it back all the same: --at-version %2, or --force.</source>
        <translation>%1 Что изменено, покажет `history`. Чтобы всё равно отменить: --at-version %2 или --force.</translation>
    </message>
    <message>
        <source>--at-version goes with one change, and without --force.</source>
        <translation>--at-version относится к одному изменению и не сочетается с --force.</translation>
    </message>
    <message>
        <source>goes over what others have changed since, up to this version</source>
        <translation>отменить и то, что другие изменили с тех пор, до этой версии</translation>
    </message>
    <message>
        <source>goes over whatever others have changed since</source>
        <translation>отменить всё, что другие изменили с тех пор</translation>
    </message>
    <message>
        <source>--format is csv, xlsx, json, vcf or ics, not “%1”.</source>
        <translation>Для --format допустимы csv, xlsx, json, vcf и ics, а не «%1».</translation>
    </message>
    <message>
        <source>Exports a list to CSV, XLSX or JSON, which can be imported again unchanged; people to vCards, tasks to a calendar</source>
        <translation>Выгрузить список в CSV, XLSX или JSON (файл можно без изменений импортировать обратно), людей — в vCard, задачи — в календарь</translation>
    </message>
    <message>
        <source>--format is auto, csv, xlsx or json, not “%1”.</source>
        <translation>Для --format допустимы auto, csv, xlsx и json, а не «%1».</translation>
    </message>
    <message>
        <source>Imports a CSV, XLSX or JSON file</source>
        <translation>Импортировать файл CSV, XLSX или JSON</translation>
    </message>
    <message>
        <source>the sheet of a workbook (the first)</source>
        <translation>лист книги Excel (по умолчанию первый)</translation>
    </message>
    <message>
        <source>There is no rule “%1”. Known are: %2.</source>
        <translation>Правила «%1» нет. Есть такие: %2.</translation>
    </message>
    <message>
        <source>%1: there is no rule that would tell duplicates.</source>
        <translation>%1: нет правила, по которому узнают дубликаты.</translation>
    </message>
    <message>
        <source>No two records agree in what is compared.</source>
        <translation>Нет записей, которые совпадали бы в том, что сравнивается.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>There are more; --limit shows them.</source>
        <translation>Есть ещё; их покажет --limit.</translation>
    </message>
    <message>
        <source>Finds records that may be the same</source>
        <translation>Ищет записи, которые могут быть одним и тем же</translation>
    </message>
    <message>
        <source>only by this rule, such as phone</source>
        <translation>только по этому правилу, например phone</translation>
    </message>
    <message>
        <source>at most so many groups (100)</source>
        <translation>не больше стольких групп (100)</translation>
    </message>
    <message>
        <source>Merged into it</source>
        <translation>Объединены с ней</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Объединена с</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Остаётся</translation>
    </message>
    <message>
        <source>Goes to the trash</source>
        <translation>Уходит в корзину</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Переходит</translation>
    </message>
    <message>
        <source>%1: one of these records is no longer there, or you may not see it.</source>
        <translation>%1: одной из этих записей больше нет, или она вам не видна.</translation>
    </message>
    <message>
        <source>Merged into “%1”: %2. To take it back: undo --batch %3</source>
        <translation>Объединено с «%1»: %2. Вернуть: undo --batch %3</translation>
    </message>
    <message>
        <source>Makes one record of several; what pointed to the others points to it</source>
        <translation>Делает из нескольких записей одну; что указывало на остальные, укажет на неё</translation>
    </message>
    <message>
        <source>ENTITY SURVIVOR RECORD...</source>
        <translation>ВИД ОСТАЁТСЯ ЗАПИСЬ...</translation>
    </message>
    <message>
        <source>values that the survivor gets</source>
        <translation>значения, которые получит остающаяся запись</translation>
    </message>
    <message>
        <source>leaves its empty fields empty; else the others fill them</source>
        <translation>пустые поля оставить пустыми; иначе их заполнят остальные записи</translation>
    </message>
    <message>
        <source>writes nothing, and shows what would move</source>
        <translation>ничего не записывает, показывает, что перейдёт</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удалось записать «%1»: %2</translation>
    </message>
    <message>
        <source>Where to write it; else to the terminal</source>
        <translation>Куда записать; иначе в терминал</translation>
    </message>
    <message>
        <source>Records of the kind “%1” ask nothing.</source>
        <translation>Записи вида «%1» ни о чём не спрашивают.</translation>
    </message>
    <message>
        <source>Writes what a record asks, such as a brief, as a page for a browser</source>
        <translation>Сохраняет вопросы записи, например брифа, страницей для браузера</translation>
    </message>
    <message>
        <source>Takes the answers that such a page has saved</source>
        <translation>Принимает ответы, которые сохранила такая страница</translation>
    </message>
    <message>
        <source>FILE...</source>
        <translation>ФАЙЛ...</translation>
    </message>
    <message>
        <source>This paper lacks: %1.</source>
        <translation>В документе не хватает: %1.</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ВИД</translation>
    </message>
    <message>
        <source>--%1 takes a day like 2026-01-31.</source>
        <translation>--%1 ждёт день вида 2026-01-31.</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Your role does not show: %1.</source>
        <translation>Ваша роль не показывает: %1.</translation>
    </message>
    <message>
        <source>There are more of them: these are the ones with the most records.</source>
        <translation>Их больше: показаны те, у кого больше всего записей.</translation>
    </message>
    <message>
        <source>There is no such report. There are: %1.</source>
        <translation>Такого отчёта нет. Есть: %1.</translation>
    </message>
    <message>
        <source>--by takes one of: %1.</source>
        <translation>--by принимает одно из: %1.</translation>
    </message>
    <message>
        <source>Your role lets you read nothing of this report.</source>
        <translation>Ваша роль не даёт читать ничего из этого отчёта.</translation>
    </message>
    <message>
        <source>Adds up amounts by months, clients and so on</source>
        <translation>Складывает суммы по месяцам, клиентам и так далее</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>ОТЧЁТ</translation>
    </message>
    <message>
        <source>WAY</source>
        <translation>СПОСОБ</translation>
    </message>
    <message>
        <source>How: month, quarter, year, client, project</source>
        <translation>Как: month, quarter, year, client, project (месяц, квартал, год, клиент, проект)</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>ДЕНЬ</translation>
    </message>
    <message>
        <source>The first day, like 2026-01-01</source>
        <translation>Первый день, например 2026-01-01</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>(drawing)</source>
        <translation>(рисунок)</translation>
    </message>
    <message>
        <source>Nothing can be done with “%1” now.</source>
        <translation>С «%1» сейчас ничего сделать нельзя.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>%1 have no action “%2”. They have: %3.</source>
        <translation>%1: действия «%2» нет. Есть: %3.</translation>
    </message>
    <message>
        <source>“%1” wants %2=…</source>
        <translation>Для «%1» укажите %2=…</translation>
    </message>
    <message>
        <source>%1 %2 Say --yes to do it.</source>
        <translation>%1 %2 Чтобы сделать это, добавьте --yes.</translation>
    </message>
    <message>
        <source>%1: done. %2 “%3”, %4</source>
        <translation>%1: сделано. %2 «%3», %4</translation>
    </message>
    <message>
        <source>Does with a record what the buttons of its page do; without an action it lists them</source>
        <translation>Делает с записью то же, что кнопки на её странице; без действия перечисляет их</translation>
    </message>
    <message>
        <source>ENTITY RECORD [ACTION [VALUE=...]]</source>
        <translation>СУЩНОСТЬ ЗАПИСЬ [ДЕЙСТВИЕ [ЗНАЧЕНИЕ=...]]</translation>
    </message>
    <message>
        <source>does also what is asked about in the window</source>
        <translation>делает и то, о чём в окне спрашивают</translation>
    </message>
    <message>
        <source>Writes a document as HTML, ready to print, or as an electronic invoice</source>
        <translation>Записывает документ в HTML, готовый к печати, или как электронный счёт</translation>
    </message>
    <message>
        <source>Another paper of the document, such as the act or transfer of an invoice; e-invoice for UBL in the profile Peppol BIS Billing 3.0</source>
        <translation>Другая форма документа, например act или transfer для счёта; e-invoice — электронный счёт UBL по профилю Peppol BIS Billing 3.0</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Что подсчитано</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>There is no such overview. There are: %1.</source>
        <translation>Такого обзора нет. Есть: %1.</translation>
    </message>
    <message>
        <source>Your role lets you read nothing of this overview.</source>
        <translation>Ваша роль не позволяет видеть ничего из этого обзора.</translation>
    </message>
    <message>
        <source>Says how many records there are of each kind that matters, and what they come to</source>
        <translation>Показывает, сколько записей требует внимания и на какие суммы</translation>
    </message>
    <message>
        <source>Limited to groups of clients</source>
        <translation>Ограничена группами клиентов</translation>
    </message>
    <message>
        <source>Limited to clients of certain groups, but none is named: no client is seen.</source>
        <translation>Ограничена клиентами определённых групп, но ни одна группа не названа: ни один клиент не виден.</translation>
    </message>
    <message>
        <source>Only clients of these groups, and what belongs to them: %1.</source>
        <translation>Только клиенты этих групп и всё, что к ним относится: %1.</translation>
    </message>
    <message>
        <source>Write role list, role show ROLE, role set ROLE ENTITY read=all update=own ... or role limit ROLE GROUP... (none: no limit)</source>
        <translation>Напишите role list, role show РОЛЬ, role set РОЛЬ СУЩНОСТЬ read=all update=own ... или role limit РОЛЬ ГРУППА... (none — без ограничения)</translation>
    </message>
    <message>
        <source>list | show ROLE | set ROLE ENTITY VERB=LEVEL... | limit ROLE GROUP...|none</source>
        <translation>list | show РОЛЬ | set РОЛЬ СУЩНОСТЬ ДЕЙСТВИЕ=УРОВЕНЬ... | limit РОЛЬ ГРУППА...|none</translation>
    </message>
    <message>
        <source>Count</source>
        <comment>how many</comment>
        <translation>Количество</translation>
    </message>
    <message>
        <source>CONTACT</source>
        <translation>КОНТАКТ</translation>
    </message>
    <message>
        <source>the new person is this contact of a client, and sees what is the client&apos;s</source>
        <translation>новый человек — этот контакт клиента и видит то, что относится к клиенту</translation>
    </message>
    <message>
        <source>fast to filter and sort</source>
        <translation>быстрый отбор и сортировка</translation>
    </message>
    <message>
        <source>what it means</source>
        <translation>что это значит</translation>
    </message>
    <message>
        <source>Values that are not known, and what brings their rows in:</source>
        <translation>Неизвестные значения и то, с чем их строки импортируются:</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>adds what these references do not find, by its name, and what is no choice of these custom fields: category_id</source>
        <translation>добавляет по названию то, чего не нашли эти ссылки, и недостающие варианты этих настраиваемых полей: category_id</translation>
    </message>
    <message>
        <source>MEANING</source>
        <translation>ЗНАЧЕНИЕ</translation>
    </message>
    <message>
        <source>what a value means that is not known: &quot;status_id:At work=Open&quot;; &quot;branch:Bakery=+&quot; adds it, - refuses its rows</source>
        <translation>что означает неизвестное значение: &quot;status_id:В деле=В работе&quot;; &quot;branch:Пекарня=+&quot; добавляет его, - отклоняет его строки</translation>
    </message>
    <message>
        <source>Records taken back: %1.</source>
        <translation>Отменено записей: %1.</translation>
    </message>
</context>
<context>
    <name>crm::ColorEditor</name>
    <message>
        <source>Another color...</source>
        <translation>Другой цвет...</translation>
    </message>
    <message>
        <source>No color</source>
        <translation>Без цвета</translation>
    </message>
</context>
<context>
    <name>crm::ColorRuleRow</name>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>The whole row</source>
        <translation>Вся строка</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Только «%1»</translation>
    </message>
    <message>
        <source>What is coloured</source>
        <translation>Что окрашивается</translation>
    </message>
    <message>
        <source>Look at this rule earlier</source>
        <translation>Проверять это правило раньше</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Удалить правило</translation>
    </message>
</context>
<context>
    <name>crm::ColorRulesDialog</name>
    <message>
        <source>Colour rows by rules</source>
        <translation>Окрасить строки по правилам</translation>
    </message>
    <message>
        <source>The first rule that holds for a row gives it its colour. Rules are kept in the view when you save it.</source>
        <translation>Цвет строке даёт первое подошедшее правило. Правила хранятся в виде, когда вы его сохраняете.</translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation>Правил пока нет.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Добавить правило</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>crm::CommandPalette</name>
    <message>
        <source>Search or type a command</source>
        <translation>Поиск или команда</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>По запросу «%1» ничего не найдено</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <comment>kind of record</comment>
        <translation>Показать все: %1</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
</context>
<context>
    <name>crm::Commands</name>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Вкладки</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>This key is for typing. Add Ctrl or Alt, or choose one of F1 to F12.</source>
        <translation>Эта клавиша нужна для набора текста. Добавьте Ctrl или Alt либо выберите одну из F1–F12.</translation>
    </message>
    <message>
        <source>find, filter</source>
        <comment>search words</comment>
        <translation>найти, поиск, фильтр, отбор</translation>
    </message>
    <message>
        <source>previous page, return</source>
        <comment>search words</comment>
        <translation>предыдущая страница, вернуться</translation>
    </message>
    <message>
        <source>home, start page, summary, cards, widgets</source>
        <comment>search words</comment>
        <translation>главная, домой, начальная страница, сводка, дашборд, виджеты</translation>
    </message>
    <message>
        <source>bookmark, pin, star</source>
        <comment>search words</comment>
        <translation>закладка, закрепить, звёздочка</translation>
    </message>
    <message>
        <source>deleted, recycle bin, restore</source>
        <comment>search words</comment>
        <translation>удалённые, восстановить, удаление</translation>
    </message>
    <message>
        <source>settings, options, appearance, colour, accent colour, theme, language, size of text, font, scale, density of lists</source>
        <comment>search words</comment>
        <translation>настройки, опции, внешний вид, оформление, цвет, акцентный цвет, тема, язык, размер текста, шрифт, масштаб, плотность списков</translation>
    </message>
    <message>
        <source>administration, settings of the company, modules, currency, time zone, configuration</source>
        <comment>search words</comment>
        <translation>администрирование, настройки компании, модули, валюта, конфигурация</translation>
    </message>
    <message>
        <source>users, employees, accounts, access, invite, sign-in names</source>
        <comment>search words</comment>
        <translation>сотрудники, учётные записи, логины, доступ, пригласить</translation>
    </message>
    <message>
        <source>notifications, alarms, bell</source>
        <comment>search words</comment>
        <translation>уведомления, оповещения, колокольчик</translation>
    </message>
    <message>
        <source>notifications, messages, bell</source>
        <comment>search words</comment>
        <translation>уведомления, сообщения, колокольчик</translation>
    </message>
    <message>
        <source>create, add</source>
        <comment>search words</comment>
        <translation>создать, добавить</translation>
    </message>
    <message>
        <source>write, store</source>
        <comment>search words</comment>
        <translation>записать, запомнить</translation>
    </message>
    <message>
        <source>load, upload, Excel, CSV, table</source>
        <comment>search words</comment>
        <translation>загрузить, загрузка, Excel, эксель, CSV, таблица</translation>
    </message>
    <message>
        <source>download, save as, Excel, CSV, table</source>
        <comment>search words</comment>
        <translation>выгрузить, выгрузка, скачать, сохранить как, Excel, эксель, CSV, таблица</translation>
    </message>
    <message>
        <source>bulk edit, mass change, replace</source>
        <comment>search words</comment>
        <translation>массовое изменение, групповая правка, заменить</translation>
    </message>
    <message>
        <source>revert, take back, cancel</source>
        <comment>search words</comment>
        <translation>вернуть, откатить, отмена</translation>
    </message>
    <message>
        <source>notify, alarm</source>
        <comment>search words</comment>
        <translation>уведомить, будильник</translation>
    </message>
    <message>
        <source>grouping, totals, subtotals</source>
        <comment>search words</comment>
        <translation>группировка, итоги, промежуточные итоги</translation>
    </message>
    <message>
        <source>find in a column, selection</source>
        <comment>search words</comment>
        <translation>поиск по столбцу, отбор</translation>
    </message>
    <message>
        <source>fields, show and hide, order of columns</source>
        <comment>search words</comment>
        <translation>поля, колонки, показать и скрыть, порядок столбцов</translation>
    </message>
    <message>
        <source>colour, highlight, conditional formatting, mark</source>
        <comment>search words</comment>
        <translation>цвет, подсветка, условное форматирование, выделить цветом, раскраска</translation>
    </message>
    <message>
        <source>detach, separate window, second screen</source>
        <comment>search words</comment>
        <translation>открепить, отдельное окно, второй экран</translation>
    </message>
    <message>
        <source>pin, side panel, dock</source>
        <comment>search words</comment>
        <translation>закрепить, боковая панель</translation>
    </message>
    <message>
        <source>pin, side panel, dock, add a panel</source>
        <comment>search words</comment>
        <translation>закрепить, боковая панель, добавить панель</translation>
    </message>
    <message>
        <source>side panel, dock</source>
        <comment>search words</comment>
        <translation>боковая панель</translation>
    </message>
    <message>
        <source>detach, separate window</source>
        <comment>search words</comment>
        <translation>открепить, отдельное окно</translation>
    </message>
    <message>
        <source>menu, side panel, navigation, sections</source>
        <comment>search words</comment>
        <translation>меню, боковая панель, навигация</translation>
    </message>
    <message>
        <source>menu, navigation, sections</source>
        <comment>search words</comment>
        <translation>меню, навигация</translation>
    </message>
    <message>
        <source>colours, appearance</source>
        <comment>search words</comment>
        <translation>цвета, оформление, внешний вид</translation>
    </message>
    <message>
        <source>colours, appearance, white, day</source>
        <comment>search words</comment>
        <translation>цвета, оформление, белая, дневная</translation>
    </message>
    <message>
        <source>colours, appearance, black, night</source>
        <comment>search words</comment>
        <translation>цвета, оформление, чёрная, ночная</translation>
    </message>
    <message>
        <source>order, place, rearrange</source>
        <comment>search words</comment>
        <translation>порядок, переставить, расположение</translation>
    </message>
    <message>
        <source>width, size, smaller</source>
        <comment>search words</comment>
        <translation>ширина, размер, меньше</translation>
    </message>
    <message>
        <source>width, size, larger</source>
        <comment>search words</comment>
        <translation>ширина, размер, больше</translation>
    </message>
    <message>
        <source>manual, guide, documentation, keys</source>
        <comment>search words</comment>
        <translation>руководство, инструкция, помощь, документация, горячие клавиши</translation>
    </message>
    <message>
        <source>introduction, training, first steps</source>
        <comment>search words</comment>
        <translation>знакомство, обучение, первые шаги</translation>
    </message>
    <message>
        <source>keyboard, keys, hotkeys</source>
        <comment>search words</comment>
        <translation>клавиатура, горячие клавиши</translation>
    </message>
    <message>
        <source>security, sign-in</source>
        <comment>search words</comment>
        <translation>безопасность, вход</translation>
    </message>
    <message>
        <source>file, server, connection, base</source>
        <comment>search words</comment>
        <translation>файл, сервер, подключение</translation>
    </message>
    <message>
        <source>log out, change user, leave</source>
        <comment>search words</comment>
        <translation>выход, сменить пользователя, разлогиниться</translation>
    </message>
    <message>
        <source>exit, close the program</source>
        <comment>search words</comment>
        <translation>завершить, закрыть программу</translation>
    </message>
    <message>
        <source>create, add, make</source>
        <comment>search words</comment>
        <translation>новый, создать, добавить, завести</translation>
    </message>
    <message>
        <source>doubles, repeated, merge, the same twice</source>
        <comment>search words</comment>
        <translation>двойники, повторы, объединить, одинаковые</translation>
    </message>
    <message>
        <source>report, statistics, analytics, chart</source>
        <comment>search words</comment>
        <translation>отчёт, статистика, аналитика, диаграмма</translation>
    </message>
    <message>
        <source>cart, catalogue, sell, cash desk</source>
        <comment>search words</comment>
        <translation>корзина, каталог, продать, касса</translation>
    </message>
    <message>
        <source>Move the card, column or tab to the left</source>
        <translation>Передвинуть карточку, столбец или вкладку влево</translation>
    </message>
    <message>
        <source>Move the card, column or tab to the right</source>
        <translation>Передвинуть карточку, столбец или вкладку вправо</translation>
    </message>
    <message>
        <source>Move the card up</source>
        <translation>Передвинуть карточку вверх</translation>
    </message>
    <message>
        <source>Move the card down</source>
        <translation>Передвинуть карточку вниз</translation>
    </message>
    <message>
        <source>Make the card, column or panel narrower</source>
        <translation>Сделать карточку, столбец или панель уже</translation>
    </message>
    <message>
        <source>Make the card, column or panel wider</source>
        <translation>Сделать карточку, столбец или панель шире</translation>
    </message>
    <message>
        <source>attach a file, document, scan, upload</source>
        <comment>search words</comment>
        <translation>приложить файл, прикрепить, вложение, документ, скан, загрузить</translation>
    </message>
    <message>
        <source>items, rows, goods, services, positions</source>
        <comment>search words</comment>
        <translation>строки, позиции, товары, услуги, состав</translation>
    </message>
    <message>
        <source>paper, hard copy, document to send</source>
        <comment>search words</comment>
        <translation>бумага, печать, распечатать, документ для отправки</translation>
    </message>
    <message>
        <source>send, write, e-mail</source>
        <comment>search words</comment>
        <translation>отправить, написать, письмо, почта</translation>
    </message>
</context>
<context>
    <name>crm::ConflictDialog</name>
    <message>
        <source>Changed by somebody else</source>
        <translation>Конфликт правок</translation>
    </message>
    <message>
        <source>Somebody saved &quot;%1&quot; while you were at it, and these fields differ. Choose what each one is to be; everything else of yours and theirs is kept.</source>
        <translation>Пока вы работали с записью «%1», кто-то сохранил свои правки, и эти поля различаются. Выберите значение для каждого из них; все остальные правки, ваши и чужие, сохранятся.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваш вариант</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Чужой вариант</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>The whole line</source>
        <translation>Вся строка</translation>
    </message>
    <message>
        <source>%1, yours: %2</source>
        <translation>%1, ваш вариант: %2</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, чужой вариант: %2</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Вернуться к форме</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>оставлена</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалена</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
</context>
<context>
    <name>crm::ConnectPage</name>
    <message>
        <source>Connect to a server</source>
        <translation>Подключиться к серверу</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Forget this connection</source>
        <translation>Забыть это подключение</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Certificate of the office (ca.pem)</source>
        <translation>Сертификат компании (ca.pem)</translation>
    </message>
    <message>
        <source>By it this computer knows the server again. The administrator has it; it is no secret. Empty: one of the authorities that this computer trusts.</source>
        <translation>По нему этот компьютер узнаёт сервер. Он есть у администратора и не секретен. Пусто: один из центров, которым доверяет этот компьютер.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keychain</source>
        <translation>Хранить пароль в системной связке ключей</translation>
    </message>
    <message>
        <source>The server has no certificate that can be verified</source>
        <translation>У сервера нет сертификата, который можно проверить</translation>
    </message>
    <message>
        <source>Type these words to go on: %1</source>
        <translation>Чтобы продолжить, введите эти слова: %1</translation>
    </message>
    <message>
        <source>Whoever can listen on the way, in the same wireless network for example, then reads passwords and data, and can pretend to be the server.</source>
        <translation>Тогда тот, кто может слушать сеть, например в том же Wi-Fi, прочтёт пароли и данные и сможет выдать себя за сервер.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Проверить подключение</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Make a new office on a server…</source>
        <translation>Создать новую базу на сервере…</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Другой сервер</translation>
    </message>
    <message>
        <source>Forget the connection %1?</source>
        <translation>Забыть подключение %1?</translation>
    </message>
    <message>
        <source>The office itself stays as it is; only this computer forgets the way.</source>
        <translation>Сама база останется; путь к ней забудет только этот компьютер.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>The certificate of the office</source>
        <translation>Сертификат компании</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Сертификаты (*.pem *.crt *.cer);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Введите логин.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Введите пароль.</translation>
    </message>
    <message>
        <source>Type the words as they stand above, or take the check mark away.</source>
        <translation>Введите слова, как они написаны выше, или снимите флажок.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Опрос сервера…</translation>
    </message>
</context>
<context>
    <name>crm::ConnectionsDialog</name>
    <message>
        <source>Open connections</source>
        <translation>Открытые подключения</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>End this connection</source>
        <translation>Завершить это подключение</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (это)</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>Никто не подключён.</translation>
    </message>
</context>
<context>
    <name>crm::CsvReader</name>
    <message>
        <source>A quote stands inside the quoted value that begins in line %1. Write it twice.</source>
        <translation>Внутри значения в кавычках, которое начинается в строке %1, стоит кавычка. Удвойте её.</translation>
    </message>
    <message>
        <source>the row has more than %1 values. Is the separator really “%2”?</source>
        <translation>в этой строке больше %1 значений. Разделитель точно «%2»?</translation>
    </message>
    <message>
        <source>a quote opens here and is never closed. Everything behind it would be one value.</source>
        <translation>здесь открыта кавычка, которая нигде не закрыта: всё после неё стало бы одним значением.</translation>
    </message>
    <message>
        <source>the value that begins here has no end within %1 characters. Is a quote never closed?</source>
        <translation>значение, которое здесь начинается, не заканчивается и через %1 символов. Возможно, не закрыта кавычка?</translation>
    </message>
    <message>
        <source>the line is longer than %1 characters. Is this a CSV file?</source>
        <translation>строка длиннее %1 символов. Это точно файл CSV?</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
</context>
<context>
    <name>crm::CsvWriter</name>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Не удалось записать файл: %1.</translation>
    </message>
</context>
<context>
    <name>crm::CustomFieldDialog</name>
    <message>
        <source>Required: a record cannot be saved without it</source>
        <translation>Обязательное: без него запись не сохранить</translation>
    </message>
    <message>
        <source>A column of the list</source>
        <translation>Столбец в списке</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Новое поле</translation>
    </message>
    <message>
        <source>Field “%1”</source>
        <translation>Поле «%1»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>It cannot be changed: records hold values already. Add another field instead.</source>
        <translation>Тип нельзя изменить: в записях уже есть значения. Добавьте другое поле.</translation>
    </message>
    <message>
        <source>Links to</source>
        <translation>Ссылается на</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Ins adds one, F2 renames it; records keep their values.</source>
        <translation>Ins — добавить вариант, F2 — переименовать; значения в записях сохранятся.</translation>
    </message>
    <message>
        <source>Value for new records</source>
        <translation>Значение для новых записей</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Shown when the pointer rests on the field.</source>
        <translation>Появляется при наведении указателя на поле.</translation>
    </message>
    <message>
        <source>The name in files and commands. Empty: made from the name.</source>
        <translation>Имя поля в файлах и командах. Если не заполнить, образуется из названия.</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Кто видит</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Право</translation>
    </message>
    <message>
        <source>Small Latin letters and underscores. Roles are given it by name.</source>
        <translation>Строчные латинские буквы и подчёркивания. По этому имени право выдаётся ролям.</translation>
    </message>
    <message>
        <source>Add the field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Everybody who sees the record</source>
        <translation>Все, кто видит запись</translation>
    </message>
    <message>
        <source>Staff: it is hidden from people of clients</source>
        <translation>Сотрудники: от контактов клиентов поле скрыто</translation>
    </message>
    <message>
        <source>Administrators only</source>
        <translation>Только администраторы</translation>
    </message>
    <message>
        <source>Who has a special right</source>
        <translation>Обладатели особого права</translation>
    </message>
    <message numerus="yes">
        <source>Take away %n choice(s)?</source>
        <translation>
            <numerusform>Удалить %n вариант?</numerusform>
            <numerusform>Удалить %n варианта?</numerusform>
            <numerusform>Удалить %n вариантов?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) use what you take away. They keep it until somebody chooses something else.</source>
        <translation>
            <numerusform>Удаляемое используется в %n записи. Значение останется в ней, пока кто-нибудь не выберет другое.</numerusform>
            <numerusform>Удаляемое используется в %n записях. Значение останется в них, пока кто-нибудь не выберет другое.</numerusform>
            <numerusform>Удаляемое используется в %n записях. Значение останется в них, пока кто-нибудь не выберет другое.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Подсказка в поле</translation>
    </message>
    <message>
        <source>Shown grey while the field is empty.</source>
        <translation>Видна серым, пока поле пусто.</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Вычисляется так</translation>
    </message>
    <message>
        <source>Empty: people fill the field in. Or a formula over other fields, by their keys: price * 1.2, name &amp; &apos;, &apos; &amp; city, end_date - start_date, if(urgent, 500, 0). It is computed each time a record is saved; until then records keep what they have. Ctrl+Space lists the fields.</source>
        <translation>Пусто — поле заполняют люди. Или формула из других полей по их ключам: price * 1.2, name &amp; &apos;, &apos; &amp; city, end_date - start_date, if(urgent, 500, 0). Вычисляется при каждом сохранении записи; до него в записях остаётся то, что есть. Ctrl+Пробел покажет список полей.</translation>
    </message>
    <message>
        <source>Fields that it may use (Ctrl+Space)</source>
        <translation>Доступные поля (Ctrl+Пробел)</translation>
    </message>
    <message>
        <source>Fast to filter and sort</source>
        <translation>Быстрый отбор и сортировка</translation>
    </message>
    <message>
        <source>Lists of very many records are filtered and sorted by it at once. Each save takes a little longer. Texts hold %1 characters at most; %2 fields of a kind of record can be fast.</source>
        <translation>Списки из очень многих записей отбираются и сортируются по нему сразу. Сохранение записи занимает чуть больше времени. В тексте не больше %1 знаков; пометку могут иметь %2 полей одного вида записей.</translation>
    </message>
    <message>
        <source>Only a field that everybody sees can be fast.</source>
        <translation>Пометка возможна только у поля, которое видят все.</translation>
    </message>
    <message>
        <source>On this server the mark is kept at once; the index comes with the next upgrade of the office, under Settings or by mycrmctl server upgrade.</source>
        <translation>На этом сервере пометка сохраняется сразу, а индекс появится при следующем обновлении офиса: в разделе «Настройки» или командой mycrmctl server upgrade.</translation>
    </message>
    <message>
        <source>On this server the index goes with the next upgrade of the office, under Settings or by mycrmctl server upgrade.</source>
        <translation>На этом сервере индекс будет убран при следующем обновлении офиса: в разделе «Настройки» или командой mycrmctl server upgrade.</translation>
    </message>
</context>
<context>
    <name>crm::CustomFields</name>
    <message>
        <source>The field “%1” has been deleted meanwhile.</source>
        <translation>Поле «%1» тем временем удалено.</translation>
    </message>
</context>
<context>
    <name>crm::CustomFieldsModel</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Администраторы</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Право: %1</translation>
    </message>
    <message>
        <source>Link: %1</source>
        <translation>Ссылка: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательное</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Кто видит</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>В списке</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Быстрое</translation>
    </message>
</context>
<context>
    <name>crm::CustomFieldsPage</name>
    <message>
        <source>Kinds of record</source>
        <translation>Виды записей</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Alt+Up; rows can be dragged too</source>
        <translation>Alt+Up; строки можно и перетаскивать</translation>
    </message>
    <message>
        <source>Alt+Down; rows can be dragged too</source>
        <translation>Alt+Down; строки можно и перетаскивать</translation>
    </message>
    <message>
        <source>No fields of your own yet</source>
        <translation>Настраиваемых полей пока нет</translation>
    </message>
    <message>
        <source>What you add here stands on the form, in the list, in filters, imports and exports.</source>
        <translation>Добавленные здесь поля появятся в форме, списке, фильтрах, импорте и экспорте.</translation>
    </message>
    <message>
        <source>On the form</source>
        <translation>В форме</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of your own</source>
        <translation>
            <numerusform>%n настраиваемое поле</numerusform>
            <numerusform>%n настраиваемых поля</numerusform>
            <numerusform>%n настраиваемых полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) have a value in it. Forms and lists no longer show them; they come back with the field when you restore it from the trash.</source>
        <translation>
            <numerusform>Поле заполнено в %n записи. Формы и списки перестанут показывать это значение; оно вернётся вместе с полем, если восстановить его из корзины.</numerusform>
            <numerusform>Поле заполнено в %n записях. Формы и списки перестанут показывать эти значения; они вернутся вместе с полем, если восстановить его из корзины.</numerusform>
            <numerusform>Поле заполнено в %n записях. Формы и списки перестанут показывать эти значения; они вернутся вместе с полем, если восстановить его из корзины.</numerusform>
        </translation>
    </message>
    <message>
        <source>No record has a value in it. The field can be restored from the trash.</source>
        <translation>Поле не заполнено ни в одной записи. Его можно восстановить из корзины.</translation>
    </message>
    <message>
        <source>Delete the field “%1”?</source>
        <translation>Удалить поле «%1»?</translation>
    </message>
    <message>
        <source>The field “%1” is in the trash.</source>
        <translation>Поле «%1» перемещено в корзину.</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Настраиваемые поля</translation>
    </message>
</context>
<context>
    <name>crm::DashboardPage</name>
    <message>
        <source>Good evening, %1</source>
        <translation>Добрый вечер, %1</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>Доброе утро, %1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>Добрый день, %1</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Карточки</translation>
    </message>
    <message>
        <source>Nothing here yet. Begin with one of these:</source>
        <translation>Здесь пока пусто. Начните с одного из этих шагов:</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Рабочий стол</translation>
    </message>
    <message>
        <source>Order and width as at first</source>
        <translation>Исходный порядок и ширина</translation>
    </message>
</context>
<context>
    <name>crm::DataSize</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Database</name>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>“%1” is being used by another program. Try again in a moment.</source>
        <translation>Файл «%1» занят другой программой. Повторите попытку чуть позже.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was saved. Free some space and save again.</source>
        <translation>Диск заполнен, ничего не сохранено. Освободите место и сохраните ещё раз.</translation>
    </message>
    <message>
        <source>“%1” may only be read, so nothing was saved.</source>
        <translation>Файл «%1» доступен только для чтения, поэтому ничего не сохранено.</translation>
    </message>
    <message>
        <source>“%1” is damaged. Restore it from a backup.</source>
        <translation>Файл «%1» повреждён. Восстановите его из резервной копии.</translation>
    </message>
    <message>
        <source>“%1” cannot be read or written: the disk reports an error.</source>
        <translation>Не удалось прочитать или записать «%1»: диск сообщает об ошибке.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>Не удалось открыть «%1».</translation>
    </message>
    <message>
        <source>The data contradicts other records, so nothing was saved.</source>
        <translation>Данные противоречат другим записям, поэтому ничего не сохранено.</translation>
    </message>
    <message>
        <source>The database refused a request of the program.</source>
        <translation>База данных отклонила запрос программы.</translation>
    </message>
    <message>
        <source>“%1” may only be read. Remove the write protection or open a copy.</source>
        <translation>Файл «%1» доступен только для чтения. Снимите защиту от записи или откройте копию.</translation>
    </message>
    <message>
        <source>“%1” has been moved, renamed or deleted while it was open, so nothing was saved. Put it back where it was and save again.</source>
        <translation>«%1» был перемещён, переименован или удалён, пока оставался открытым, поэтому ничего не сохранено. Верните его на место и сохраните ещё раз.</translation>
    </message>
</context>
<context>
    <name>crm::DateCondition</name>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>from - to</source>
        <translation>с … по …</translation>
    </message>
    <message>
        <source>before today</source>
        <translation>до сегодняшнего дня</translation>
    </message>
    <message>
        <source>after today</source>
        <translation>после сегодняшнего дня</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>заполнено</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a date</comment>
        <translation>с</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a date</comment>
        <translation>по</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1: с</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1: по</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date. Type one like %2, or today, +7.</source>
        <translation>«%1» — не дата. Введите, например, %2, сегодня или +7.</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>последние 7 дней</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>последние 30 дней</translation>
    </message>
    <message>
        <source>the next 7 days</source>
        <translation>ближайшие 7 дней</translation>
    </message>
    <message>
        <source>the next 30 days</source>
        <translation>ближайшие 30 дней</translation>
    </message>
    <message>
        <source>as it was written</source>
        <translation>как было записано</translation>
    </message>
</context>
<context>
    <name>crm::DateEditor</name>
    <message>
        <source>Pick a date</source>
        <translation>Выбрать дату</translation>
    </message>
    <message>
        <source>A date, or: today, tomorrow, fri, +3, +2w. Arrow keys move by a day, Alt+Down opens the calendar.</source>
        <translation>Дата или: сегодня, завтра, пт, +3, +2н. Стрелки сдвигают дату на день, Alt+Down открывает календарь.</translation>
    </message>
    <message>
        <source>Type a date and a time, e.g. %1.</source>
        <translation>Введите дату и время, например %1.</translation>
    </message>
    <message>
        <source>Type a date, e.g. %1, today or +3.</source>
        <translation>Введите дату, например %1, сегодня или +3.</translation>
    </message>
</context>
<context>
    <name>crm::Decimal</name>
    <message>
        <source>The number is too large.</source>
        <translation>Число слишком большое.</translation>
    </message>
</context>
<context>
    <name>crm::Demo</name>
    <message>
        <source>Demo data need at least one client.</source>
        <translation>Для демоданных нужен хотя бы один клиент.</translation>
    </message>
    <message>
        <source>The database holds these demo data already. Use another seed to add more.</source>
        <translation>Эти демоданные уже есть в базе. Чтобы добавить ещё, укажите другое начальное число (seed).</translation>
    </message>
    <message>
        <source>Making the demo data was cancelled. Nothing of them was kept.</source>
        <translation>Создание демоданных отменено. Ничего не сохранено.</translation>
    </message>
</context>
<context>
    <name>crm::DockList</name>
    <message>
        <source>Nothing here just now.</source>
        <translation>Сейчас здесь ничего нет.</translation>
    </message>
</context>
<context>
    <name>crm::Docks</name>
    <message>
        <source>Keep this page in sight at the side</source>
        <translation>Держать эту страницу на виду сбоку</translation>
    </message>
    <message>
        <source>Choose something to keep in sight at the side</source>
        <translation>Выбрать, что держать на виду сбоку</translation>
    </message>
    <message>
        <source>To the next panel at the side, and back to the page</source>
        <translation>К следующей панели сбоку и обратно к странице</translation>
    </message>
    <message>
        <source>Move the panel to the next side</source>
        <translation>Переставить панель на следующую сторону</translation>
    </message>
    <message>
        <source>Take the panel out of the window, or put it back</source>
        <translation>Вынуть панель из окна или вернуть</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Закрыть панель</translation>
    </message>
    <message>
        <source>Out of the window, or back</source>
        <translation>Вынуть из окна или вернуть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>This cannot be kept in sight: it does not exist, or you may not see it.</source>
        <translation>Это нельзя держать на виду: этого нет, или вам это не видно.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>list, view</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Lists and saved records can be kept in sight. Cards of the dashboard are in the menu.</source>
        <translation>На виду можно держать списки и сохранённые записи. Карточки рабочего стола — в меню.</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Эта страница</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Последние изменения</translation>
    </message>
    <message>
        <source>Numbers of a list</source>
        <translation>Числа списка</translation>
    </message>
    <message>
        <source>%1: at the side, and away again</source>
        <translation>%1: показать сбоку или убрать</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
</context>
<context>
    <name>crm::DocumentFiles</name>
    <message>
        <source>There is no file “%1” of these documents.</source>
        <translation>Файла «%1» у этих документов нет.</translation>
    </message>
    <message>
        <source>%1, %2: not written yet. It lacks: %3.</source>
        <translation>%1, %2: файл не записан. Не хватает: %3.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удалось записать «%1»: %2</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Сохранить: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Where to put the documents?</source>
        <translation>Куда сохранить документы?</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n document(s)</source>
        <translation>
            <numerusform>Сохранён %n документ</numerusform>
            <numerusform>Сохранено %n документа</numerusform>
            <numerusform>Сохранено %n документов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all could be saved</source>
        <translation>Сохранены не все</translation>
    </message>
    <message>
        <source>A document that was chosen: %1</source>
        <translation>Один из выбранных документов: %1</translation>
    </message>
</context>
<context>
    <name>crm::DrawingEditor</name>
    <message>
        <source>Or type the name</source>
        <translation>Или введите имя</translation>
    </message>
    <message>
        <source>%1: the name, typed</source>
        <translation>%1: имя буквами</translation>
    </message>
    <message>
        <source>Take the last stroke back (Backspace)</source>
        <translation>Убрать последний штрих (Backspace)</translation>
    </message>
    <message>
        <source>Clear the pad (Del)</source>
        <translation>Очистить (Del)</translation>
    </message>
    <message>
        <source>Draw with the mouse, a finger or a pen, or type a name.</source>
        <translation>Рисуйте мышью, пальцем или пером или введите имя.</translation>
    </message>
    <message>
        <source>What is stored here is no drawing.</source>
        <translation>Здесь хранится не рисунок.</translation>
    </message>
    <message>
        <source>A name has letters, spaces, points, hyphens and apostrophes.</source>
        <translation>В имени бывают буквы, пробелы, точки, дефисы и апострофы.</translation>
    </message>
</context>
<context>
    <name>crm::DuplicateHints</name>
    <message>
        <source>Exists already: %1 (%2)</source>
        <translation>Уже есть: %1 (%2)</translation>
    </message>
    <message>
        <source>Exists already, where you do not see it (%1).</source>
        <translation>Уже есть, но вам не видно (%1).</translation>
    </message>
    <message>
        <source>Exists already, where you do not see it (%1). Ask: %2.</source>
        <translation>Уже есть, но вам не видно (%1). Спросите: %2.</translation>
    </message>
</context>
<context>
    <name>crm::DuplicatesView</name>
    <message>
        <source>Duplicates: %1</source>
        <translation>Дубликаты: %1</translation>
    </message>
    <message>
        <source>Records that may be the same: %1. Choose a group, or some records of it.</source>
        <translation>Записи, которые могут быть одним и тем же: %1. Выберите группу или записи в ней.</translation>
    </message>
    <message>
        <source>Merge...</source>
        <translation>Объединить...</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Не дубликаты</translation>
    </message>
    <message>
        <source>They are different, and are not shown together again</source>
        <translation>Они разные и больше не показываются вместе</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stop looking for duplicates</source>
        <translation>Прекратить поиск дубликатов</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Дубликатов нет</translation>
    </message>
    <message>
        <source>No two records agree in what is compared.</source>
        <translation>Нет записей, которые совпадали бы в том, что сравнивается.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Показать ещё</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) told apart</source>
        <translation>
            <numerusform>Разделена %n запись</numerusform>
            <numerusform>Разделены %n записи</numerusform>
            <numerusform>Разделено %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through all records...</source>
        <translation>Просмотр всех записей...</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n группа</numerusform>
            <numerusform>%n группы</numerusform>
            <numerusform>%n групп</numerusform>
        </translation>
    </message>
    <message>
        <source>Look on</source>
        <translation>Искать дальше</translation>
    </message>
</context>
<context>
    <name>crm::Entity</name>
    <message>
        <source>Position</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Belongs to: kind</source>
        <translation>Относится к: вид записи</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
</context>
<context>
    <name>crm::EntityCard</name>
    <message>
        <source>Open the whole list</source>
        <translation>Открыть весь список</translation>
    </message>
</context>
<context>
    <name>crm::Export</name>
    <message>
        <source>%1 have no field “%2”.</source>
        <translation>В списке «%1» нет поля «%2».</translation>
    </message>
    <message>
        <source>Your role may not export %1.</source>
        <translation>Ваша роль не позволяет выгружать список «%1».</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Выгрузка отменена.</translation>
    </message>
    <message>
        <source>%1 cannot be exported as %2.</source>
        <translation>Список «%1» нельзя выгрузить в формате %2.</translation>
    </message>
</context>
<context>
    <name>crm::ExportDialog</name>
    <message>
        <source>Workbook (XLSX): Excel, LibreOffice</source>
        <translation>Книга Excel (XLSX): Excel, LibreOffice</translation>
    </message>
    <message>
        <source>Text table (CSV): any program</source>
        <translation>Текстовая таблица (CSV): любая программа</translation>
    </message>
    <message>
        <source>JSON: for developers</source>
        <translation>JSON: для разработчиков</translation>
    </message>
    <message>
        <source>Address cards (vCard 4.0)</source>
        <translation>Визитные карточки (vCard 4.0)</translation>
    </message>
    <message>
        <source>Calendar (iCalendar, .ics)</source>
        <translation>Календарь (iCalendar, .ics)</translation>
    </message>
    <message>
        <source>For people: labels as headings, names instead of ids</source>
        <translation>Для людей: понятные заголовки, названия вместо id</translation>
    </message>
    <message>
        <source>For a spreadsheet: its separator, ids that it does not round</source>
        <translation>Для электронных таблиц: местный разделитель, защита id от округления</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Экспорт: %1</translation>
    </message>
    <message>
        <source>The selected rows (all)</source>
        <translation>Выделенные строки (все)</translation>
    </message>
    <message>
        <source>The selected rows (%1)</source>
        <translation>Выделенные строки (%1)</translation>
    </message>
    <message>
        <source>What the list shows (%1)</source>
        <translation>То, что показывает список (%1)</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>То, что показывает список</translation>
    </message>
    <message>
        <source>Everything that you may see</source>
        <translation>Всё, что вам разрешено видеть</translation>
    </message>
    <message>
        <source>The columns of the list</source>
        <translation>Столбцы списка</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспортировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The fields that the format knows. Such a file is for other programs and is not imported again.</source>
        <translation>Поля, которые есть в этом формате. Такой файл предназначен для других программ, обратно он не импортируется.</translation>
    </message>
    <message>
        <source>To read and to print. Imported again it would not find the same records.</source>
        <translation>Для чтения и печати. При обратном импорте программа не найдёт те же записи.</translation>
    </message>
    <message>
        <source>Everything exactly as it is stored: the file can be imported again unchanged.</source>
        <translation>Всё в точности как хранится: файл можно без изменений импортировать обратно.</translation>
    </message>
</context>
<context>
    <name>crm::ExportRun</name>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>Не удалось записать «%1»: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported to %1</source>
        <translation>
            <numerusform>Выгружена %n строка: %1</numerusform>
            <numerusform>Выгружены %n строки: %1</numerusform>
            <numerusform>Выгружено %n строк: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Экспорт отменён; файл не записан.</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Экспорт: %1</translation>
    </message>
    <message>
        <source>Export of %1</source>
        <translation>Экспорт: %1</translation>
    </message>
</context>
<context>
    <name>crm::Extensions</name>
    <message>
        <source>It stopped with an error of an unknown kind.</source>
        <translation>Работа прервана неизвестной ошибкой.</translation>
    </message>
    <message>
        <source>Its field %1.%2 is restricted by the right &quot;%3&quot;, which its metadata do not name.</source>
        <translation>Доступ к полю %1.%2 ограничен правом «%3», которого нет в метаданных плагина.</translation>
    </message>
    <message>
        <source>It requires &quot;%1&quot;, which does not run.</source>
        <translation>Нужен плагин «%1», но он не работает.</translation>
    </message>
    <message>
        <source>The file is no plugin of this program, or made for another version of Qt.</source>
        <translation>Файл не является плагином этой программы или собран для другой версии Qt.</translation>
    </message>
    <message>
        <source>A plugin with the id &quot;%1&quot; has been found already: %2</source>
        <translation>Плагин с id «%1» уже найден: %2</translation>
    </message>
    <message>
        <source>It is turned off.</source>
        <translation>Плагин выключен.</translation>
    </message>
    <message>
        <source>The program crashed while it was starting this plugin. Turn the plugin on to try again, or install another version of it.</source>
        <translation>При запуске этого плагина программа аварийно завершилась. Включите его, чтобы попробовать ещё раз, или установите другую версию.</translation>
    </message>
    <message>
        <source>This program has no use for the interface %1.</source>
        <translation>Интерфейс %1 этой программе не нужен.</translation>
    </message>
    <message>
        <source>The plugin&apos;s metadata give no proper version under &quot;%1&quot; (&quot;%2&quot;); it has to look like 1.2.0.</source>
        <translation>В метаданных плагина неверная версия: «%1» («%2»); она должна иметь вид 1.2.0.</translation>
    </message>
    <message>
        <source>The plugin&apos;s metadata give no proper id (&quot;%1&quot;); it has to look like warehouse or warehouse.ui.</source>
        <translation>В метаданных плагина неверный id («%1»); он должен иметь вид warehouse или warehouse.ui.</translation>
    </message>
    <message>
        <source>The plugin&apos;s metadata give no name.</source>
        <translation>В метаданных плагина нет названия.</translation>
    </message>
    <message>
        <source>The plugin&apos;s metadata name a right without a proper key and label.</source>
        <translation>В метаданных плагина есть право без правильного ключа и названия.</translation>
    </message>
    <message>
        <source>It requires the plugin &quot;%1&quot;, which is not installed.</source>
        <translation>Нужен плагин «%1», но он не установлен.</translation>
    </message>
    <message>
        <source>It requires &quot;%1&quot; %2, but here is version %3, which works with %4 and newer.</source>
        <translation>Нужен плагин «%1» версии %2, а установлена версия %3, совместимая с %4 и новее.</translation>
    </message>
    <message>
        <source>It and &quot;%1&quot; require each other.</source>
        <translation>Этот плагин и «%1» зависят друг от друга.</translation>
    </message>
    <message>
        <source>The setting could not be kept: &quot;%1&quot; cannot be written.</source>
        <translation>Не удалось сохранить настройку: файл «%1» недоступен для записи.</translation>
    </message>
    <message>
        <source>It was made for version %1 of the plugin interface; this program has version %2.</source>
        <translation>Плагин создан для версии %1 интерфейса плагинов, а у этой программы версия %2.</translation>
    </message>
</context>
<context>
    <name>crm::FastFields</name>
    <message>
        <source>The value of “%1” (%2) is longer than %3 characters, so no index holds it. Shorten it first.</source>
        <translation>Значение в записи «%1» (%2) длиннее %3 знаков и не помещается в индекс. Сначала сократите его.</translation>
    </message>
    <message>
        <source>The value of “%1” (%2) is of another kind: it was left by a field that had this key before. Restore that one to empty it, or choose another key.</source>
        <translation>Значение в записи «%1» (%2) другого вида: оно осталось от поля, у которого раньше был этот ключ. Восстановите то поле и очистите значение или выберите другой ключ.</translation>
    </message>
    <message>
        <source>%1: the field “%2” is marked fast, but has no index. Open the file once more.</source>
        <translation>%1: поле «%2» помечено для быстрого отбора, но индекса нет. Откройте файл ещё раз.</translation>
    </message>
    <message>
        <source>%1: the field “%2” is marked fast, but has no column yet. It comes with the next upgrade of the office: mycrmctl server upgrade.</source>
        <translation>%1: поле «%2» помечено для быстрого отбора, но столбца пока нет. Он появится при следующем обновлении офиса: mycrmctl server upgrade.</translation>
    </message>
</context>
<context>
    <name>crm::FaultModel</name>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>crm::FieldHelp</name>
    <message>
        <source>%1: %2</source>
        <comment>kind of field, the list that it points to</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a choice, its name in files</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A line of text.</source>
        <translation>Одна строка текста.</translation>
    </message>
    <message>
        <source>Text of several lines. **Bold**, *slanted*, lists and links in the way of Markdown.</source>
        <translation>Текст из нескольких строк. **Жирный**, *курсив*, списки и ссылки — как в Markdown.</translation>
    </message>
    <message>
        <source>%1 Also: today, tomorrow, fri, +3, +2w. Alt+Down opens the calendar.</source>
        <translation>%1 Можно и так: сегодня, завтра, пт, +3, +2н. Alt+Down открывает календарь.</translation>
    </message>
    <message>
        <source>%1 Also: tomorrow 9:00, +2h. Alt+Down opens the calendar.</source>
        <translation>%1 Можно и так: завтра 9:00, +2ч. Alt+Down открывает календарь.</translation>
    </message>
    <message>
        <source>%1 Also: 1h 30m, 90 min, or hours like 1.5.</source>
        <translation>%1 Можно и так: 1ч 30м, 90 мин или часы: 1,5.</translation>
    </message>
    <message>
        <source>Yes or no. Space switches it.</source>
        <translation>Да или нет. Пробел переключает.</translation>
    </message>
    <message>
        <source>Type a part of the name and choose. In a file: a name, a number, an e-mail or the id.</source>
        <translation>Наберите часть названия и выберите. В файле — название, номер, адрес почты или id.</translation>
    </message>
    <message>
        <source>Any number of them. Type a part of the name and press Enter; Backspace takes the last one away.</source>
        <translation>Сколько угодно. Наберите часть названия и нажмите Enter; Backspace убирает последнее.</translation>
    </message>
    <message>
        <source>An address like anna@example.com.</source>
        <translation>Адрес вида anna@example.com.</translation>
    </message>
    <message>
        <source>A number as you like to write it. The search finds it by its digits.</source>
        <translation>Номер в любой записи. Поиск находит его по цифрам.</translation>
    </message>
    <message>
        <source>A web address like https://example.com.</source>
        <translation>Адрес сайта вида https://example.com.</translation>
    </message>
    <message>
        <source>A file: choose it, drop it here, or paste a picture.</source>
        <translation>Файл: выберите его, перетащите сюда или вставьте картинку.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>От %1 до %2.</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>Не меньше %1.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>Не больше %1.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Не больше %n знака.</numerusform>
            <numerusform>Не больше %n знаков.</numerusform>
            <numerusform>Не больше %n знаков.</numerusform>
        </translation>
    </message>
    <message>
        <source>No two records may have the same.</source>
        <translation>Двух записей с одним значением быть не может.</translation>
    </message>
    <message>
        <source>The program fills it in.</source>
        <translation>Заполняет программа.</translation>
    </message>
    <message>
        <source>Your role may not change it.</source>
        <translation>Ваша роль не даёт его менять.</translation>
    </message>
    <message>
        <source>It has to be filled in.</source>
        <translation>Заполнить обязательно.</translation>
    </message>
    <message>
        <source>It may stay empty.</source>
        <translation>Можно оставить пустым.</translation>
    </message>
    <message>
        <source>People of the office who see the record; never a client.</source>
        <translation>Сотрудники, которые видят запись; клиенты — никогда.</translation>
    </message>
    <message>
        <source>Everybody who sees the record.</source>
        <translation>Все, кто видит запись.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Возможно</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Как писать</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Пределы</translation>
    </message>
    <message>
        <source>Filling in</source>
        <translation>Заполнение</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>Вначале</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Ctrl+K and the search of the list look into it.</source>
        <translation>Ctrl+K и поиск в списке заглядывают в него.</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Кто видит</translation>
    </message>
    <message>
        <source>In files, filters and commands</source>
        <translation>В файлах, фильтрах и командах</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Справка: %1</translation>
    </message>
    <message>
        <source>Filling in fields</source>
        <translation>Как заполнять поля</translation>
    </message>
    <message>
        <source>Who sees the record, if the role has the special right to see and fill in this field.</source>
        <translation>Те, кто видит запись и чья роль имеет особое право видеть и заполнять это поле.</translation>
    </message>
</context>
<context>
    <name>crm::FieldMenu</name>
    <message>
        <source>Find a field</source>
        <translation>Найти поле</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>Сбросить столбцы</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down put a column elsewhere, and so does the mouse.</source>
        <translation>Alt+Вверх и Alt+Вниз переставляют столбец, как и мышь.</translation>
    </message>
</context>
<context>
    <name>crm::FileEditor</name>
    <message>
        <source>Save as...</source>
        <translation>Сохранить как...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Choose a file...</source>
        <translation>Выбрать файл...</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбор файла</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Просмотреть</translation>
    </message>
    <message>
        <source>Save the record first, then choose the file.</source>
        <translation>Сначала сохраните запись, затем выберите файл.</translation>
    </message>
</context>
<context>
    <name>crm::FilePreview</name>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Previous file (Left)</source>
        <translation>Предыдущий файл (←)</translation>
    </message>
    <message>
        <source>Next file (Right)</source>
        <translation>Следующий файл (→)</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Сохранить как...</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Открыть в другой программе</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Текст файла</translation>
    </message>
    <message>
        <source>%1 of %2  %3</source>
        <translation>%1 из %2  %3</translation>
    </message>
    <message>
        <source>Too large to look into</source>
        <translation>Слишком велик для просмотра</translation>
    </message>
    <message>
        <source>Save the file, or open it with another program: both are above.</source>
        <translation>Сохраните файл или откройте его в другой программе: кнопки сверху.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Файл не читается</translation>
    </message>
    <message>
        <source>… The file goes on; save it to read the rest.</source>
        <translation>… Это не весь файл; чтобы прочитать остальное, сохраните его.</translation>
    </message>
    <message>
        <source>No preview for this kind of file</source>
        <translation>Для файлов этого вида просмотра нет</translation>
    </message>
    <message>
        <source>Save it, or open it with the program that this computer knows for it: both are above.</source>
        <translation>Сохраните файл или откройте его в программе, которая есть для него на этом компьютере: кнопки сверху.</translation>
    </message>
    <message>
        <source>The file is damaged or protected by a password</source>
        <translation>Файл повреждён или защищён паролем</translation>
    </message>
    <message>
        <source>Save it, or try it with another program: both are above.</source>
        <translation>Сохраните его или попробуйте открыть в другой программе: кнопки сверху.</translation>
    </message>
    <message>
        <source>Save the file as</source>
        <translation>Сохранить файл как</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Файл сохранён: %1</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Не удалось создать папку %1.</translation>
    </message>
    <message>
        <source>This computer knows no program for “%1”. Save the file and open it there.</source>
        <translation>На этом компьютере нет программы для файла «%1». Сохраните файл и откройте его там, где она есть.</translation>
    </message>
    <message>
        <source>It has %1 by %2 pixels. Save the file, or open it with another program: both are above.</source>
        <translation>В ней %1 на %2 точек. Сохраните файл или откройте его другой программой: и то и другое — вверху.</translation>
    </message>
</context>
<context>
    <name>crm::FilesPanel</name>
    <message>
        <source>Add files...</source>
        <translation>Добавить файлы...</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message numerus="yes">
        <source>%n files deleted</source>
        <translation>
            <numerusform>Удалён %n файл</numerusform>
            <numerusform>Удалено %n файла</numerusform>
            <numerusform>Удалено %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Сохранить как...</translation>
    </message>
    <message>
        <source>Open its record</source>
        <translation>Открыть запись файла</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>Удалить	Del</translation>
    </message>
    <message>
        <source>Drop files here, paste a picture with Ctrl+V, or add files with the button below.</source>
        <translation>Перетащите файлы сюда, вставьте рисунок через Ctrl+V или добавьте файлы кнопкой ниже.</translation>
    </message>
    <message>
        <source>Look into it	Space</source>
        <translation>Просмотреть	Пробел</translation>
    </message>
</context>
<context>
    <name>crm::Filter</name>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <translation>Здесь открыта кавычка, но она нигде не закрыта.</translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation>У этой скобки нет открывающей.</translation>
    </message>
    <message>
        <source>“and” or “or” is expected before “%1”. A text of several words stands in quotes: &apos;two words&apos;.</source>
        <translation>Перед «%1» должно стоять «and» или «or». Текст из нескольких слов берут в кавычки: &apos;два слова&apos;.</translation>
    </message>
    <message>
        <source>%1 (Position %2 of the filter “%3”.)</source>
        <comment>what is wrong, where</comment>
        <translation>%1 (Позиция %2 в фильтре «%3».)</translation>
    </message>
    <message>
        <source>The brackets are nested too deeply.</source>
        <translation>Слишком много вложенных скобок.</translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation>У этой скобки нет закрывающей.</translation>
    </message>
    <message numerus="yes">
        <source>The filter has more than %n conditions.</source>
        <translation>
            <numerusform>В фильтре больше %n условия.</numerusform>
            <numerusform>В фильтре больше %n условий.</numerusform>
            <numerusform>В фильтре больше %n условий.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name of a field is expected here.</source>
        <translation>Здесь должно стоять имя поля.</translation>
    </message>
    <message>
        <source>“is” is followed by “empty” or “not empty”.</source>
        <translation>После «is» должно стоять «empty» или «not empty».</translation>
    </message>
    <message>
        <source>After “%1” one of these is expected: = != &lt; &lt;= &gt; &gt;= ~ ^ in, is empty.</source>
        <translation>После «%1» должно стоять одно из: = != &lt; &lt;= &gt; &gt;= ~ ^ in, is empty.</translation>
    </message>
    <message>
        <source>A value is expected here.</source>
        <translation>Здесь должно стоять значение.</translation>
    </message>
    <message>
        <source>“%1” does not lead to another record, so “%2” cannot be asked for.</source>
        <translation>«%1» не ссылается на другую запись, поэтому поля «%2» у него нет.</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”. Did you mean %3?</source>
        <translation>В списке «%1» нет поля «%2». Возможно, имелось в виду %3?</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two names</comment>
        <translation> или </translation>
    </message>
    <message>
        <source>“%1” has no field “%2”. It has: %3.</source>
        <translation>В списке «%1» нет поля «%2». Есть поля: %3.</translation>
    </message>
    <message>
        <source>“%1” (%2) cannot be compared with “%3”. Possible are: %4, is empty.</source>
        <translation>К полю «%1» (%2) нельзя применить «%3». Можно: %4, is empty.</translation>
    </message>
    <message>
        <source>“in” is followed by values in brackets: in (a, b).</source>
        <translation>После «in» должны стоять значения в скобках: in (a, b).</translation>
    </message>
    <message>
        <source>A comma or the closing bracket of the values is expected here.</source>
        <translation>Здесь должна стоять запятая или скобка, закрывающая список значений.</translation>
    </message>
    <message>
        <source>Or a moving date: today, today+7d, this_week, last_month ...</source>
        <translation>Или относительная дата: today, today+7d, this_week, last_month ...</translation>
    </message>
    <message>
        <source>“%1” points to “%2” in several ways: write %3.</source>
        <translation>«%1» ссылается на «%2» несколькими способами: напишите %3.</translation>
    </message>
    <message>
        <source>“%1” does not point to “%2”, so it cannot be asked for behind “has”.</source>
        <translation>«%1» не ссылается на «%2», поэтому после «has» это указать нельзя.</translation>
    </message>
</context>
<context>
    <name>crm::FilterBar</name>
    <message>
        <source>Filter as an expression</source>
        <translation>Фильтр в виде выражения</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Добавить фильтр</translation>
    </message>
    <message>
        <source>For example: client.country = Germany and total &gt; 1000</source>
        <translation>Например: client.country = Germany and total &gt; 1000</translation>
    </message>
    <message>
        <source>Filter expression</source>
        <translation>Выражение фильтра</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>Rules look at the row alone: “has” cannot be asked here.</source>
        <translation>Правила смотрят только на саму строку: условие «has» здесь недоступно.</translation>
    </message>
</context>
<context>
    <name>crm::FilterPopup</name>
    <message>
        <source>Remove the filter</source>
        <translation>Убрать фильтр</translation>
    </message>
</context>
<context>
    <name>crm::FilterText</name>
    <message>
        <source>not: %1</source>
        <comment>yes/no field</comment>
        <translation>%1: нет</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <comment>field, value</comment>
        <translation>%1: не %2</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <comment>field, text</comment>
        <translation>%1: содержит %2</translation>
    </message>
    <message>
        <source>%1 starts with %2</source>
        <comment>field, text</comment>
        <translation>%1: начинается с %2</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <comment>field</comment>
        <translation>%1: не заполнено</translation>
    </message>
    <message>
        <source>%1 is not empty</source>
        <comment>field</comment>
        <translation>%1: заполнено</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>эта неделя</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>прошлая неделя</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>следующая неделя</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>этот месяц</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>прошлый месяц</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>следующий месяц</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>этот квартал</translation>
    </message>
    <message>
        <source>last quarter</source>
        <translation>прошлый квартал</translation>
    </message>
    <message>
        <source>next quarter</source>
        <translation>следующий квартал</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>этот год</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>прошлый год</translation>
    </message>
    <message>
        <source>next year</source>
        <translation>следующий год</translation>
    </message>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>через %n день</numerusform>
            <numerusform>через %n дня</numerusform>
            <numerusform>через %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>не (%1)</translation>
    </message>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source>%1 has all of: %2</source>
        <comment>field, choices</comment>
        <translation>%1: есть всё из: %2</translation>
    </message>
    <message>
        <source>%1 has none of: %2</source>
        <comment>field, choices</comment>
        <translation>%1: нет ничего из: %2</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>не пусто</translation>
    </message>
    <message>
        <source>has: %1</source>
        <comment>records that point here</comment>
        <translation>есть: %1</translation>
    </message>
    <message>
        <source>has: %1 (%2)</source>
        <comment>records that point here, their filter</comment>
        <translation>есть: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>crm::FormField</name>
    <message>
        <source>Show the password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Скрыть пароль</translation>
    </message>
</context>
<context>
    <name>crm::Format</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1: this value does not fit a field of the kind “%2”.</source>
        <translation>%1: это значение не подходит для поля типа «%2».</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours, short</comment>
        <translation>ч</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>часов</translation>
    </message>
    <message>
        <source>m</source>
        <comment>minutes, short</comment>
        <translation>м</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>мин</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds, short</comment>
        <translation>с</translation>
    </message>
    <message>
        <source>sec</source>
        <comment>seconds</comment>
        <translation>сек</translation>
    </message>
    <message>
        <source>Possible are: %1.</source>
        <translation>Допустимые значения: %1.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Введите целое число.</translation>
    </message>
    <message numerus="yes">
        <source>Write a number with at most %n digits after the point.</source>
        <translation>
            <numerusform>Введите число, в котором не больше %n знака после запятой.</numerusform>
            <numerusform>Введите число, в котором не больше %n знаков после запятой.</numerusform>
            <numerusform>Введите число, в котором не больше %n знаков после запятой.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write an amount like %1.</source>
        <translation>Введите сумму, например %1.</translation>
    </message>
    <message>
        <source>Write a date like %1.</source>
        <translation>Введите дату в виде %1.</translation>
    </message>
    <message>
        <source>Write date and time like %1.</source>
        <translation>Введите дату и время в виде %1.</translation>
    </message>
    <message>
        <source>Write hours and minutes like 1:30.</source>
        <translation>Введите часы и минуты в виде 1:30.</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>Введите «да» или «нет».</translation>
    </message>
    <message>
        <source>Write a colour like #2f80ed.</source>
        <translation>Введите цвет в виде #2f80ed.</translation>
    </message>
    <message>
        <source>Write the id of a record, a whole number.</source>
        <translation>Введите id записи — целое число.</translation>
    </message>
    <message>
        <source>%1: “%2” does not fit. %3</source>
        <comment>field, what was typed, what is expected</comment>
        <translation>%1: значение «%2» не подходит. %3</translation>
    </message>
    <message>
        <source>Write a time like %1.</source>
        <translation>Напишите время так: %1.</translation>
    </message>
</context>
<context>
    <name>crm::Formula</name>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>да или нет</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>«%1» здесь не на месте.</translation>
    </message>
    <message>
        <source>%1 (Position %2 of the formula.)</source>
        <comment>what is wrong, where</comment>
        <translation>%1 (Место %2 в формуле.)</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <translation>Кавычка здесь открыта и не закрыта.</translation>
    </message>
    <message>
        <source>“%1” is expected here.</source>
        <translation>Здесь ожидается «%1».</translation>
    </message>
    <message>
        <source>%1 stands where %2 is needed.</source>
        <comment>a text, a number</comment>
        <translation>Стоит «%1», а нужно «%2».</translation>
    </message>
    <message>
        <source>The parentheses are nested too deeply.</source>
        <translation>Слишком много скобок внутри скобок.</translation>
    </message>
    <message>
        <source>The formula ends too early.</source>
        <translation>Формула обрывается.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it with a point: 0.25.</source>
        <translation>«%1» — не число. Пишите через точку: 0.25.</translation>
    </message>
    <message>
        <source>“%1” is no function with so many values. There are: if(condition, then, else), round(number, digits), min(a, b), max(a, b).</source>
        <translation>Функции «%1» с таким числом значений нет. Есть: if(условие, то, иначе), round(число, знаки), min(a, b), max(a, b).</translation>
    </message>
    <message>
        <source>These records have no field “%1”.</source>
        <translation>У этих записей нет поля «%1».</translation>
    </message>
    <message>
        <source>“%1” (%2) cannot be computed with.</source>
        <translation>С полем «%1» (%2) вычислять нельзя.</translation>
    </message>
    <message>
        <source>“%1” is computed itself. Write its formula here instead.</source>
        <translation>Поле «%1» само вычисляется. Напишите здесь его формулу.</translation>
    </message>
    <message>
        <source>“%1” is not seen by everybody, so nothing that everybody sees may be computed from it.</source>
        <translation>Поле «%1» видят не все, поэтому из него нельзя вычислять то, что видят все.</translation>
    </message>
    <message>
        <source>The formula gives %1, and the field holds %2.</source>
        <translation>Формула даёт «%1», а в поле должно быть «%2».</translation>
    </message>
</context>
<context>
    <name>crm::GroupText</name>
    <message>
        <source>%1 to %2</source>
        <comment>a week, from its first to its last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a month and its year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Quarter %1 of %2</source>
        <translation>%1-й квартал %2</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Нет значения</translation>
    </message>
    <message>
        <source>A record that you may not see</source>
        <translation>Запись, которая вам не видна</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>По неделям</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>По месяцам</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>По кварталам</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>По годам</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>По дням</translation>
    </message>
</context>
<context>
    <name>crm::GroupedListModel</name>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <translation>
            <numerusform>%1, %n строка</numerusform>
            <numerusform>%1, %n строки</numerusform>
            <numerusform>%1, %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>свёрнута</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>развёрнута</translation>
    </message>
</context>
<context>
    <name>crm::HelpPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>Изменить сочетания клавиш</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Поиск по справке</translation>
    </message>
    <message>
        <source>Nothing in the guide</source>
        <translation>В справке не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>in the guide</comment>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Осмотреться</translation>
    </message>
</context>
<context>
    <name>crm::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>Удалено: %1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>Добавлено: %1</translation>
    </message>
    <message>
        <source>created</source>
        <translation>создание записи</translation>
    </message>
    <message>
        <source>moved to the trash</source>
        <translation>перемещение в корзину</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>восстановление</translation>
    </message>
    <message>
        <source>deleted for good</source>
        <translation>удаление навсегда</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Изменений пока нет.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>no longer merged into “%1”</source>
        <translation>больше не объединена с «%1»</translation>
    </message>
    <message>
        <source>merged into “%1”</source>
        <translation>объединена с «%1»</translation>
    </message>
    <message>
        <source>the merge with “%1” was undone</source>
        <translation>объединение с «%1» отменено</translation>
    </message>
    <message>
        <source>“%1” was merged into this record</source>
        <translation>с этой записью объединена «%1»</translation>
    </message>
    <message>
        <source>as it was then</source>
        <translation>как было тогда</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>вернуть</translation>
    </message>
</context>
<context>
    <name>crm::Import</name>
    <message>
        <source>new</source>
        <comment>record of an import</comment>
        <translation>новая</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>record of an import</comment>
        <translation>изменена</translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>record of an import</comment>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>record of an import</comment>
        <translation>пропущена</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>record of an import</comment>
        <translation>отклонена</translation>
    </message>
    <message>
        <source>Your role may not import %1.</source>
        <translation>Ваша роль не позволяет импортировать: %1.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Ничего не импортировано.</translation>
    </message>
    <message>
        <source>What was imported until then could not be taken back (%1): undo batch %2 later.</source>
        <translation>Отменить уже импортированное не удалось (%1): отмените пакет %2 позже.</translation>
    </message>
    <message>
        <source>What was imported until then has been taken back.</source>
        <translation>Всё, что успело импортироваться, отменено.</translation>
    </message>
    <message>
        <source>%1 records match (%2); it is not clear which one is meant.</source>
        <translation>Подходит несколько записей (%2: %1), поэтому неясно, какая имеется в виду.</translation>
    </message>
    <message>
        <source>The record exists already.</source>
        <translation>Такая запись уже есть.</translation>
    </message>
    <message>
        <source>The row does not say to which document it belongs.</source>
        <translation>В строке не указано, к какому документу она относится.</translation>
    </message>
    <message>
        <source>%1 lines of the document match; it is not clear which one is meant.</source>
        <translation>Подходит несколько строк документа (%1), поэтому неясно, какая имеется в виду.</translation>
    </message>
    <message>
        <source>The line exists already.</source>
        <translation>Такая строка уже есть.</translation>
    </message>
    <message>
        <source>The file has no column “%1”. It has: %2.</source>
        <translation>В файле нет столбца «%1». Есть столбцы: %2.</translation>
    </message>
    <message>
        <source>None of the columns (%1) goes to a field of %2. Name the targets, for example “%3=%4”.</source>
        <translation>Ни один из столбцов (%1) не соответствует полю записей «%2». Укажите соответствие, например «%3=%4».</translation>
    </message>
    <message>
        <source>Records are to be found by “%1”, but no column goes there.</source>
        <translation>Записи ищутся по полю «%1», но ни один столбец в него не попадает.</translation>
    </message>
    <message>
        <source>%1 cannot be found by “%2”.</source>
        <translation>%1: искать по полю «%2» нельзя.</translation>
    </message>
    <message>
        <source>%1 belong to a document, and no column says to which. Name it, for example “%2=%3.external_id”.</source>
        <translation>%1: эти строки относятся к документу, но ни один столбец не указывает, к какому. Укажите его, например «%2=%3.external_id».</translation>
    </message>
    <message>
        <source>No column goes to “%1”, which every new record must have.</source>
        <translation>Ни один столбец не попадает в поле «%1», а оно обязательно для каждой новой записи.</translation>
    </message>
    <message>
        <source>“%1”: there is no way of reading called “%2”. Possible are: %3.</source>
        <translation>«%1»: нет способа чтения «%2». Возможные способы: %3.</translation>
    </message>
    <message>
        <source>“%1” of %2 is filled in by the program and cannot be imported.</source>
        <translation>Поле «%1» (%2) заполняет сама программа, импортировать его нельзя.</translation>
    </message>
    <message>
        <source>Your role may not fill in “%1” of %2.</source>
        <translation>Ваша роль не позволяет заполнять поле «%1» (%2).</translation>
    </message>
    <message>
        <source>“%1”: only a field of the referenced record may follow the dot.</source>
        <translation>«%1»: после точки может стоять только поле записи, на которую указывает ссылка.</translation>
    </message>
    <message>
        <source>“%1”: a field of the kind “%2” is not read like this.</source>
        <translation>«%1»: поле типа «%2» так не читается.</translation>
    </message>
    <message>
        <source>“%1”: %2 have no field “%3”. They have: %4.</source>
        <translation>«%1»: нет поля «%3» (%2). Есть поля: %4.</translation>
    </message>
    <message>
        <source>“%1”: write a column of the file, = and a field, for example CompanyName=name.</source>
        <translation>«%1»: напишите столбец файла, знак = и поле, например CompanyName=name.</translation>
    </message>
    <message>
        <source>“%1”: write a field, = and the value for all rows, for example rounding=document.</source>
        <translation>«%1»: напишите поле, знак = и значение для всех строк, например rounding=document.</translation>
    </message>
    <message>
        <source>%1 have no title that they could be found by. Name a field behind a point, for example id.</source>
        <translation>%1: у этих записей нет названия, по которому их можно найти. Укажите поле после точки, например id.</translation>
    </message>
    <message>
        <source>“%1” is no id of a record. Spreadsheets round long numbers: keep the column as text.</source>
        <translation>«%1» — не id записи. Электронные таблицы округляют длинные числа: задайте столбцу текстовый формат.</translation>
    </message>
    <message>
        <source>“%1” is missing among %2, and your role may not add it.</source>
        <translation>Значения «%1» нет (%2), а добавить его ваша роль не позволяет.</translation>
    </message>
    <message>
        <source>name or id</source>
        <translation>название или id</translation>
    </message>
    <message>
        <source>%1: no record has “%2” as %3.</source>
        <translation>%1: запись «%2» не найдена (%3).</translation>
    </message>
    <message>
        <source>%1: %2 records have “%3” as %4; it is not clear which one is meant.</source>
        <translation>%1: значение «%3» (%4) есть у нескольких записей (%2), поэтому неясно, какая имеется в виду.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Импорт отменён.</translation>
    </message>
    <message>
        <source>Refused with its document: %1</source>
        <translation>Отклонено вместе с документом: %1</translation>
    </message>
    <message>
        <source>“%1” is not unique: %2 rows, %3 distinct values. “%4”, for example, stands in lines %5 and %6.</source>
        <translation>Значения «%1» повторяются: строк — %2, разных значений — %3. Например, «%4» стоит в строках %5 и %6.</translation>
    </message>
    <message>
        <source>The file cannot be read twice: %1.</source>
        <translation>Не удалось прочитать файл второй раз: %1.</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>CSV, %1, separator %2</source>
        <translation>CSV, %1, разделитель — %2</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message numerus="yes">
        <source>The row has %n values, the head has %1.</source>
        <translation>
            <numerusform>В строке %n значение, в заголовке — %1.</numerusform>
            <numerusform>В строке %n значения, в заголовке — %1.</numerusform>
            <numerusform>В строке %n значений, в заголовке — %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>If the missing ones at the end are empty, allow short rows.</source>
        <translation>Если не хватает только пустых значений в конце, разрешите короткие строки.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>“%1” does not stand in the first record of the file.</source>
        <translation>Поля «%1» нет в первой записи файла.</translation>
    </message>
    <message>
        <source>In “%1” the day stands first in some dates and second in others; some are refused.</source>
        <translation>В столбце «%1» в одних датах день стоит первым, в других — вторым; часть дат отклонена.</translation>
    </message>
    <message>
        <source>In “%1” day and month cannot be told apart: “%2” is read as %3. If that is wrong, name the order of dates (d/m/y or m/d/y).</source>
        <translation>В столбце «%1» не отличить день от месяца: «%2» прочитано как %3. Если это неверно, укажите порядок дат (d/m/y или m/d/y).</translation>
    </message>
    <message>
        <source>“%1” is read as fractions of 1: 0.15 is 15 %.</source>
        <translation>Столбец «%1» прочитан как доли единицы: 0,15 — это 15 %.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>The values of “%1” (%2) look like fractions of 1, not like percent. Say which they are: %3 or %4.</source>
        <translation>Значения «%1» (%2) похожи на доли единицы, а не на проценты. Укажите, что это: %3 или %4.</translation>
    </message>
    <message>
        <source>“%1” has a time of day, and this field keeps dates only.</source>
        <translation>В значении «%1» есть время, а это поле хранит только дату.</translation>
    </message>
    <message>
        <source>“%1” is no date.</source>
        <translation>«%1» — не дата.</translation>
    </message>
    <message>
        <source>“%1” is more than 1, and the column is read as fractions of 1.</source>
        <translation>«%1» больше 1, а столбец читается как доли единицы.</translation>
    </message>
    <message>
        <source>“%1” has more digits after the point than the field keeps (%2).</source>
        <translation>В значении «%1» больше знаков после запятой, чем хранит поле (%2).</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>«%1» — не число.</translation>
    </message>
    <message>
        <source>the record that begins here is no valid JSON (%1).</source>
        <translation>запись, которая начинается здесь, — неправильный JSON (%1).</translation>
    </message>
    <message>
        <source>a record in braces {} is expected here.</source>
        <translation>здесь должна быть запись в фигурных скобках {}.</translation>
    </message>
    <message>
        <source>the file ends before the list does: it was cut off.</source>
        <translation>файл кончается раньше, чем список: он обрезан.</translation>
    </message>
    <message>
        <source>the record that begins here has no end within %1 bytes.</source>
        <translation>у записи, которая начинается здесь, нет конца в пределах %1 байт.</translation>
    </message>
    <message>
        <source>the record that begins here has no end: the file was cut off.</source>
        <translation>у записи, которая начинается здесь, нет конца: файл обрезан.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>XLSX, sheet “%1”</source>
        <translation>XLSX, лист «%1»</translation>
    </message>
    <message>
        <source>The sheet “%1” is empty.</source>
        <translation>Лист «%1» пуст.</translation>
    </message>
    <message>
        <source>This is an old Excel workbook (xls), or one that is protected by a password. Save it as XLSX without a password and import that.</source>
        <translation>Это старая книга Excel (xls) или книга, защищённая паролем. Сохраните её как XLSX без пароля и импортируйте.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what hangs on the record, its field</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (by “%2”)</source>
        <comment>a reference, the field it is found by</comment>
        <translation>%1 (по полю «%2»)</translation>
    </message>
    <message>
        <source>“%1”: write a field, a colon, what stands in the file, = and what it means, for example status_id:At work=Open; + adds it.</source>
        <translation>«%1»: напишите поле, двоеточие, то, что стоит в файле, = и что это значит, например status_id:В деле=В работе; + добавляет значение.</translation>
    </message>
    <message>
        <source>“%1” has more than %2 different values that are no choices of “%3” yet. So many are no list to choose from: let the column go to a text.</source>
        <translation>В «%1» больше %2 разных значений, которых нет среди вариантов поля «%3». Из стольких уже не выбирают: направьте столбец в текстовое поле.</translation>
    </message>
    <message>
        <source>“%1” is refused, as was decided.</source>
        <translation>Значение «%1» отклонено, как вы решили.</translation>
    </message>
    <message>
        <source>“%1” says what a value means, but no column goes to “%2”.</source>
        <translation>«%1» объясняет значение, но в «%2» не идёт ни один столбец.</translation>
    </message>
    <message>
        <source>“%1” is no choice of “%2”, and none can be added to it: they belong to the program.</source>
        <translation>«%1» нет среди вариантов поля «%2», и добавить вариант нельзя: они заданы программой.</translation>
    </message>
    <message>
        <source>“%1” is missing among the choices of “%2”, and your role may not add it.</source>
        <translation>«%1» нет среди вариантов поля «%2», а добавлять варианты вашей роли нельзя.</translation>
    </message>
</context>
<context>
    <name>crm::ImportCheckStep</name>
    <message>
        <source>Every row is tried. Nothing is written.</source>
        <translation>Проверяется каждая строка. Ничего не записывается.</translation>
    </message>
    <message>
        <source>All or nothing: one refused row refuses all</source>
        <translation>Всё или ничего: одна отклонённая строка отменяет весь импорт</translation>
    </message>
    <message>
        <source>First rows as they will be</source>
        <translation>Первые строки после импорта</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Отклонённые строки</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Импортировать %n строку</numerusform>
            <numerusform>Импортировать %n строки</numerusform>
            <numerusform>Импортировать %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Trying the import of %1</source>
        <translation>Проверка импорта: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Refused rows (%L1)</source>
        <translation>Отклонённые строки (%L1)</translation>
    </message>
    <message>
        <source>Go back to the columns and say how it is read.</source>
        <translation>Вернитесь к столбцам и укажите, как читать эти значения.</translation>
    </message>
    <message>
        <source>There is nothing to import: every row is refused or known.</source>
        <translation>Импортировать нечего: каждая строка отклонена или уже есть в базе.</translation>
    </message>
    <message>
        <source>There is nothing to import: every row is known already.</source>
        <translation>Импортировать нечего: все строки уже есть в базе.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Some rows name what is not there yet: %1.</source>
        <translation>В некоторых строках названо то, чего ещё нет: %1.</translation>
    </message>
    <message>
        <source>Add it with the import</source>
        <translation>Добавить при импорте</translation>
    </message>
    <message>
        <source>Values that are not known</source>
        <translation>Неизвестные значения</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Values that are not known (%L1)</source>
        <translation>Неизвестные значения (%L1)</translation>
    </message>
</context>
<context>
    <name>crm::ImportColumnsStep</name>
    <message>
        <source>Columns of the file and where they go</source>
        <translation>Столбцы файла и поля, в которые они попадут</translation>
    </message>
    <message>
        <source>The same value for all rows</source>
        <translation>Одно значение для всех строк</translation>
    </message>
    <message>
        <source>Use the column once more</source>
        <translation>Использовать столбец ещё раз</translation>
    </message>
    <message>
        <source>Take the line out</source>
        <translation>Убрать строку</translation>
    </message>
    <message>
        <source>Which record a row means</source>
        <translation>Как найти запись для строки</translation>
    </message>
    <message>
        <source>and by</source>
        <translation>И ещё</translation>
    </message>
    <message>
        <source>If the record exists</source>
        <translation>Если запись уже есть</translation>
    </message>
    <message>
        <source>change it</source>
        <translation>изменить её</translation>
    </message>
    <message>
        <source>skip the row</source>
        <translation>пропустить строку</translation>
    </message>
    <message>
        <source>refuse the row</source>
        <translation>отклонить строку</translation>
    </message>
    <message>
        <source>Dates like 3/4/2026</source>
        <translation>Даты вида 3/4/2026</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>день, месяц, год</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>месяц, день, год</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>год, месяц, день</translation>
    </message>
    <message>
        <source>An empty value leaves what is stored</source>
        <translation>Пустое значение не стирает сохранённое</translation>
    </message>
    <message>
        <source>none: every row is a new record</source>
        <translation>не искать: каждая строка — новая запись</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>без второго поля</translation>
    </message>
    <message>
        <source>found by “%1”</source>
        <translation>по полю «%1»</translation>
    </message>
    <message>
        <source>Nothing goes to “%1”, which every new record must have.</source>
        <translation>Не заполняется обязательное для новых записей: «%1».</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>A file with these columns was imported on %1; everything is as it was then.</source>
        <translation>Файл с такими столбцами уже импортировали %1; всё указано как тогда.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Начать заново</translation>
    </message>
</context>
<context>
    <name>crm::ImportCountsView</name>
    <message>
        <source>%1: %2 new, %3 changed</source>
        <comment>records of another kind, made by an import</comment>
        <translation>%1: новых — %2, изменено — %3</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Не импортируются: %1</translation>
    </message>
    <message numerus="yes">
        <source>new</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>новая</numerusform>
            <numerusform>новые</numerusform>
            <numerusform>новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>изменена</numerusform>
            <numerusform>изменены</numerusform>
            <numerusform>изменено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unchanged</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>без изменений</numerusform>
            <numerusform>без изменений</numerusform>
            <numerusform>без изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skipped</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>пропущена</numerusform>
            <numerusform>пропущены</numerusform>
            <numerusform>пропущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refused</source>
        <comment>below a number of rows</comment>
        <translation>
            <numerusform>отклонена</numerusform>
            <numerusform>отклонены</numerusform>
            <numerusform>отклонено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::ImportFileStep</name>
    <message>
        <source>There is no file “%1” any more.</source>
        <translation>Файла «%1» больше нет.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>Не удалось прочитать «%1»: %2.</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>Какой файл импортировать?</translation>
    </message>
    <message>
        <source>A table as CSV, XLSX or JSON, from a spreadsheet or another program. Drop it here, or choose it.</source>
        <translation>Таблица CSV, XLSX или JSON из Excel или другой программы. Перетащите файл сюда или выберите его.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Другой файл</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Запятая  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Точка с запятой  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Табуляция</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Вертикальная черта  |</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>В первой строке — названия столбцов</translation>
    </message>
    <message>
        <source>Rows may end early</source>
        <translation>Строки могут быть неполными</translation>
    </message>
    <message>
        <source>Some programs leave out empty values at the end of a row. Else such rows are refused.</source>
        <translation>Некоторые программы опускают пустые значения в конце строки. Без этой настройки такие строки отклоняются.</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.json *.txt *.tsv);;All files (*)</source>
        <translation>Таблицы (*.csv *.xlsx *.json *.txt *.tsv);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Импорт файла</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Автоматически: %1</translation>
    </message>
    <message>
        <source>Recognised: tab</source>
        <translation>Автоматически: табуляция</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
</context>
<context>
    <name>crm::ImportPage</name>
    <message>
        <source>No import here</source>
        <translation>Импорт недоступен</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Импорт: %1</translation>
    </message>
</context>
<context>
    <name>crm::ImportResultStep</name>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>You can go on working; the status bar shows how far it is.</source>
        <translation>Можно работать дальше: ход импорта виден в строке состояния.</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Отменить импорт</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Отменить импорт</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Импортировать другой файл</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Сохранить отклонённые строки</translation>
    </message>
    <message>
        <source>As a CSV file with the reasons: mend the rows in it and import it again.</source>
        <translation>В файл CSV с указанием причин: исправьте в нём строки и импортируйте его снова.</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Отклонённые строки</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Импорт списка «%1»</translation>
    </message>
    <message>
        <source>What was imported is taken back</source>
        <translation>Импорт отменён: всё импортированное убрано</translation>
    </message>
    <message>
        <source>The file is read</source>
        <translation>Файл читается</translation>
    </message>
    <message>
        <source>Importing: %1 %</source>
        <translation>Импорт: %1 %</translation>
    </message>
    <message>
        <source>Importing: %1 %, %2</source>
        <comment>how far, how long still</comment>
        <translation>Импорт: %1 %, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) refused</source>
        <translation>
            <numerusform>Отклонена %n строка</numerusform>
            <numerusform>Отклонены %n строки</numerusform>
            <numerusform>Отклонено %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported, because some rows were refused.</source>
        <translation>Ничего не импортировано: часть строк отклонена.</translation>
    </message>
    <message>
        <source>-refused</source>
        <comment>behind the name of a file</comment>
        <translation>-отклонённые</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>Не удалось записать «%1»: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n record(s).</source>
        <translation>
            <numerusform>Отменено: %n запись.</numerusform>
            <numerusform>Отменено: %n записи.</numerusform>
            <numerusform>Отменено: %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Undo the import?</source>
        <translation>Отменить импорт?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become what they were; new ones go to the trash. What others have changed since is shown first.</source>
        <translation>
            <numerusform>%n запись станет прежней; новая отправится в корзину. Что с тех пор изменили другие, будет показано отдельно.</numerusform>
            <numerusform>%n записи станут прежними; новые отправятся в корзину. Что с тех пор изменили другие, будет показано отдельно.</numerusform>
            <numerusform>%n записей станут прежними; новые отправятся в корзину. Что с тех пор изменили другие, будет показано отдельно.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of the refused rows name what is not there yet: %1.</source>
        <translation>В отклонённых строках названо то, чего ещё нет: %1.</translation>
    </message>
    <message>
        <source>Add it and import these rows</source>
        <translation>Добавить и импортировать эти строки</translation>
    </message>
</context>
<context>
    <name>crm::ImportRun</name>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>Не удалось открыть «%1»: %2.</translation>
    </message>
</context>
<context>
    <name>crm::Integrity</name>
    <message>
        <source>The file is damaged: %1</source>
        <translation>Файл повреждён: %1</translation>
    </message>
    <message>
        <source>%1: record %2 points to a missing record of %3.</source>
        <translation>%1: запись %2 ссылается на отсутствующую запись в %3.</translation>
    </message>
    <message>
        <source>The change log ends at %1, but its head says %2.</source>
        <translation>Журнал изменений кончается на %1, а в его заголовке указано %2.</translation>
    </message>
    <message>
        <source>%1: %2 line(s) belong to no document.</source>
        <translation>%1: строк, не относящихся ни к одному документу, — %2.</translation>
    </message>
    <message>
        <source>%1: %2 record(s) are older than their history says.</source>
        <translation>%1: записей, которые старше своей истории, — %2.</translation>
    </message>
    <message>
        <source>%1: %2 link(s) of no record.</source>
        <translation>%1: ссылок без записи — %2.</translation>
    </message>
    <message>
        <source>%1: %2 record(s) are missing in full-text search.</source>
        <translation>%1: записей, которых нет в полнотекстовом поиске, — %2.</translation>
    </message>
    <message>
        <source>%1 “%2”: “%3” is stored as %4, but comes out as %5.</source>
        <translation>%1 «%2»: в поле «%3» сохранено %4, а при пересчёте получается %5.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>%1: “%2” of %3 record(s) is not the sum of what stands in “%4”.</source>
        <translation>%1: «%2» — записей, где это не сумма того, что стоит в «%4»: %3.</translation>
    </message>
</context>
<context>
    <name>crm::Keychain</name>
    <message>
        <source>The password could not be kept in the keychain: %1.</source>
        <translation>Не удалось сохранить пароль в связке ключей: %1.</translation>
    </message>
    <message>
        <source>This build of the program cannot use the system&apos;s keychain.</source>
        <translation>Эта сборка программы не поддерживает системную связку ключей.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Связка ключей не отвечает.</translation>
    </message>
</context>
<context>
    <name>crm::Kind</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>Длинный текст</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Целое число</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Процент</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Дата и время</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>Да/нет</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Выбор из списка</translation>
    </message>
    <message>
        <source>Link to a record</source>
        <translation>Ссылка на запись</translation>
    </message>
    <message>
        <source>Links to records</source>
        <translation>Ссылки на записи</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Веб-адрес</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Время суток</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>Несколько вариантов</translation>
    </message>
</context>
<context>
    <name>crm::LeftDrafts</name>
    <message numerus="yes">
        <source>%n record(s) hold what was typed and never saved.</source>
        <translation>
            <numerusform>В %n записи осталось набранное, но не сохранённое.</numerusform>
            <numerusform>В %n записях осталось набранное, но не сохранённое.</numerusform>
            <numerusform>В %n записях осталось набранное, но не сохранённое.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
</context>
<context>
    <name>crm::LineGrid</name>
    <message>
        <source>Add a line</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Переместить выше (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Переместить ниже (Alt+Down)</translation>
    </message>
    <message>
        <source>Remove the line (Ctrl+Del)</source>
        <translation>Удалить строку (Ctrl+Del)</translation>
    </message>
</context>
<context>
    <name>crm::LineModel</name>
    <message>
        <source>Add a line</source>
        <translation>Добавить строку</translation>
    </message>
</context>
<context>
    <name>crm::ListCommands</name>
    <message numerus="yes">
        <source>Delete %n records?</source>
        <translation>
            <numerusform>Удалить %n запись?</numerusform>
            <numerusform>Удалить %n записи?</numerusform>
            <numerusform>Удалить %n записей?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: they go to the trash with what hangs on them and can be restored.</source>
        <translation>%1: записи попадут в корзину вместе со всем, что к ним относится, и их можно будет восстановить.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>Удалено: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n records deleted</source>
        <translation>
            <numerusform>Удалена %n запись</numerusform>
            <numerusform>Удалены %n записи</numerusform>
            <numerusform>Удалено %n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>Скопирована %n строка</numerusform>
            <numerusform>Скопированы %n строки</numerusform>
            <numerusform>Скопировано %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Open	Enter</source>
        <translation>Открыть	Enter</translation>
    </message>
    <message>
        <source>Preview	Space</source>
        <translation>Быстрый просмотр	Пробел</translation>
    </message>
    <message>
        <source>Edit the cell	F2</source>
        <translation>Изменить ячейку	F2</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Отфильтровать по этому значению</translation>
    </message>
    <message>
        <source>Copy rows	Ctrl+C</source>
        <translation>Копировать строки	Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the cell	Ctrl+Shift+C</source>
        <translation>Копировать ячейку	Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Select all	Ctrl+A</source>
        <translation>Выделить всё	Ctrl+A</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>Удалить	Del</translation>
    </message>
    <message>
        <source>Who can see this...</source>
        <translation>Кто это видит...</translation>
    </message>
    <message numerus="yes">
        <source>%n more may not be deleted by you and stays.</source>
        <translation>
            <numerusform>Ещё %n вам удалять нельзя, она останется.</numerusform>
            <numerusform>Ещё %n вам удалять нельзя, они останутся.</numerusform>
            <numerusform>Ещё %n вам удалять нельзя, они останутся.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these records may be deleted by you.</source>
        <translation>Ни одну из этих записей вам удалять нельзя.</translation>
    </message>
    <message>
        <source>Merge...</source>
        <translation>Объединить...</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Найти дубликаты</translation>
    </message>
    <message>
        <source>These are too many rows to drag. Copy them instead (Ctrl+C).</source>
        <translation>Строк слишком много, чтобы перетащить. Скопируйте их (Ctrl+C).</translation>
    </message>
    <message>
        <source>%1: a clipboard takes no more. Export the list to have all of it.</source>
        <translation>%1: больше в буфер обмена не поместить. Чтобы получить всё, выгрузите список.</translation>
    </message>
    <message>
        <source>Copy the column</source>
        <translation>Копировать столбец</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>Копировать все строки</translation>
    </message>
    <message>
        <source>Change one field of these records...	Ctrl+Shift+E</source>
        <translation>Изменить поле у этих записей...	Ctrl+Shift+E</translation>
    </message>
</context>
<context>
    <name>crm::ListExchange</name>
    <message>
        <source>Import and export</source>
        <translation>Импорт и экспорт</translation>
    </message>
    <message>
        <source>Import from a file ...</source>
        <translation>Импорт из файла...</translation>
    </message>
    <message>
        <source>Export ...</source>
        <translation>Экспорт...</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>Импорт из файла</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>Сохранить в PDF...</translation>
    </message>
    <message>
        <source>Choose the documents first.</source>
        <translation>Сначала выберите документы.</translation>
    </message>
    <message>
        <source>At most %1 at once.</source>
        <translation>Не больше %1 за раз.</translation>
    </message>
    <message>
        <source>Save as %1...</source>
        <translation>Сохранить: %1...</translation>
    </message>
</context>
<context>
    <name>crm::ListHeader</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
</context>
<context>
    <name>crm::ListPanel</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Preview (Space)</source>
        <translation>Быстрый просмотр (Пробел)</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Создать: %1</translation>
    </message>
    <message>
        <source>New: %1 (Ctrl+N)</source>
        <translation>Создать: %1 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No row fits the search and the filter.</source>
        <translation>Поиску и фильтру не отвечает ни одна строка.</translation>
    </message>
    <message>
        <source>Clear search and filter</source>
        <translation>Сбросить поиск и фильтр</translation>
    </message>
    <message>
        <source>%1: nothing here yet</source>
        <translation>%1: пока ничего нет</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Группировать</translation>
    </message>
    <message>
        <source>The list is shown without %1: a field is no longer there, or you may not see it.</source>
        <translation>Список показан без этого: %1. Поля больше нет, или оно вам не видно.</translation>
    </message>
    <message>
        <source>The view “%1” is shown without %2: a field is no longer there, or you may not see it.</source>
        <translation>Вид «%1» показан без этого: %2. Поля больше нет, или оно вам не видно.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Без групп</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Другие поля</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Свернуть все группы</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Развернуть все группы</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>Группы: %1</translation>
    </message>
    <message>
        <source>Column “%1”</source>
        <translation>Столбец «%1»</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>Сортировать по возрастанию</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>Сортировать по убыванию</translation>
    </message>
    <message>
        <source>Filter by “%1”...</source>
        <translation>Фильтр по «%1»...</translation>
    </message>
    <message>
        <source>Group by “%1”</source>
        <translation>Группировать по «%1»</translation>
    </message>
    <message>
        <source>Keep this column in sight</source>
        <translation>Закрепить этот столбец</translation>
    </message>
    <message>
        <source>Keep the columns up to here in sight</source>
        <translation>Закрепить столбцы до этого</translation>
    </message>
    <message>
        <source>Hide the column</source>
        <translation>Скрыть столбец</translation>
    </message>
    <message>
        <source>Columns...</source>
        <translation>Столбцы...</translation>
    </message>
    <message>
        <source>Filters below the headings (Ctrl+Shift+F)</source>
        <translation>Фильтры под заголовками (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>What “%1” is</source>
        <translation>Что такое «%1»</translation>
    </message>
    <message>
        <source>Remind me...</source>
        <translation>Напомнить мне...</translation>
    </message>
    <message>
        <source>Move the column to the left	Alt+Shift+←</source>
        <translation>Передвинуть столбец влево	Alt+Shift+←</translation>
    </message>
    <message>
        <source>Move the column to the right	Alt+Shift+→</source>
        <translation>Передвинуть столбец вправо	Alt+Shift+→</translation>
    </message>
    <message>
        <source>Make the column wider	Ctrl+Shift+→</source>
        <translation>Сделать столбец шире	Ctrl+Shift+→</translation>
    </message>
    <message>
        <source>Make the column narrower	Ctrl+Shift+←</source>
        <translation>Сделать столбец уже	Ctrl+Shift+←</translation>
    </message>
</context>
<context>
    <name>crm::ListStatus</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+ rows</source>
        <translation>%1+ строк</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>Выбрано: %1</translation>
    </message>
    <message>
        <source>Average: %1</source>
        <translation>Среднее: %1</translation>
    </message>
</context>
<context>
    <name>crm::LocalFile</name>
    <message>
        <source>“%1” lies on a network share (%2). A local database is damaged there as soon as two programs use it. Copy the file to this computer, or use a server for several people.</source>
        <translation>Файл «%1» лежит на сетевом диске (%2). Локальная база данных там повредится, как только с ней начнут работать две программы. Скопируйте файл на этот компьютер, а для совместной работы используйте сервер.</translation>
    </message>
    <message>
        <source>“%1” is cut short: it should be at least %2 bytes long, but has %3. Restore it from a backup.</source>
        <translation>Файл «%1» обрезан: его размер должен быть не меньше %2 байт, а на деле — %3. Восстановите файл из резервной копии.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Файла «%1» нет.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a database file.</source>
        <translation>«%1» — папка, а не файл базы данных.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>Не удалось прочитать «%1»: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a database of this program.</source>
        <translation>«%1» — не база данных этой программы.</translation>
    </message>
    <message>
        <source>“%1” is a database of another program.</source>
        <translation>«%1» — база данных другой программы.</translation>
    </message>
    <message>
        <source>“%1” exists already. Choose another name.</source>
        <translation>«%1» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Make it first or choose another.</source>
        <translation>Папки «%1» нет. Сначала создайте её или выберите другую.</translation>
    </message>
    <message>
        <source>“%1” may not be read. Ask for the right to read it.</source>
        <translation>Файл «%1» нельзя читать. Попросите дать вам это право.</translation>
    </message>
</context>
<context>
    <name>crm::LocalStore</name>
    <message>
        <source>Give the administrator a name to sign in with.</source>
        <translation>Укажите логин администратора.</translation>
    </message>
    <message>
        <source>The program brings no roles along, so nobody could sign in.</source>
        <translation>В программе не заданы роли, поэтому никто не смог бы войти.</translation>
    </message>
</context>
<context>
    <name>crm::LongWork</name>
    <message>
        <source>less than a minute left</source>
        <translation>осталось меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>осталось около %n мин</numerusform>
            <numerusform>осталось около %n мин</numerusform>
            <numerusform>осталось около %n мин</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Lookup</name>
    <message>
        <source>Create &quot;%1&quot;</source>
        <translation>Создать «%1»</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
</context>
<context>
    <name>crm::MadePasswordDialog</name>
    <message>
        <source>New password of %1</source>
        <translation>Новый пароль: %1</translation>
    </message>
    <message>
        <source>Give it to %1 in person. Nobody can read it again, and at the first sign-in the program asks for another one.</source>
        <translation>Передайте его лично (%1). Прочесть его ещё раз нельзя, а при первом входе программа попросит другой.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>crm::MailActions</name>
    <message numerus="yes">
        <source>Not with %n letter(s)</source>
        <translation>
            <numerusform>Не получилось с %n письмом</numerusform>
            <numerusform>Не получилось с %n письмами</numerusform>
            <numerusform>Не получилось с %n письмами</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail program opened</source>
        <translation>Почтовая программа не открылась</translation>
    </message>
    <message>
        <source>Choose one in the settings of your system, or copy the text of the letter.</source>
        <translation>Выберите её в настройках системы или скопируйте текст письма.</translation>
    </message>
    <message>
        <source>Open in your mail program. The text is too long for it: paste it with Ctrl+V.</source>
        <translation>Открыто в почтовой программе. Текст для неё слишком длинный: вставьте его клавишами Ctrl+V.</translation>
    </message>
    <message numerus="yes">
        <source>Open in your mail program: %n letter(s)</source>
        <translation>
            <numerusform>Открыто в почтовой программе: %n письмо</numerusform>
            <numerusform>Открыто в почтовой программе: %n письма</numerusform>
            <numerusform>Открыто в почтовой программе: %n писем</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Отметить отправленным</translation>
    </message>
    <message>
        <source>No document belongs to it.</source>
        <translation>К нему не относится ни один документ.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n letter(s)</source>
        <translation>
            <numerusform>%1: %n письмо</numerusform>
            <numerusform>%1: %n письма</numerusform>
            <numerusform>%1: %n писем</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Открыть в почте</translation>
    </message>
    <message>
        <source>Save its document as PDF, to attach it</source>
        <translation>Сохранить документ как PDF, чтобы приложить его</translation>
    </message>
    <message>
        <source>Save their documents as PDF...</source>
        <translation>Сохранить документы как PDF...</translation>
    </message>
</context>
<context>
    <name>crm::MainWindow</name>
    <message>
        <source>Local file: %1</source>
        <translation>Локальный файл: %1</translation>
    </message>
    <message>
        <source>The data cannot be reached; what you type is kept. %1</source>
        <translation>Нет доступа к данным; то, что вы вводите, не пропадёт. %1</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>This page does not exist, or your role does not let you see it.</source>
        <translation>Такой страницы нет, или ваша роль не позволяет её видеть.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Искать везде</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <comment>shortcut</comment>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Искать на этой странице</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Рабочий стол</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>Пользователи и пароли</translation>
    </message>
    <message>
        <source>New record here</source>
        <translation>Создать запись здесь</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Undo my last change</source>
        <translation>Отменить моё последнее изменение</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Закрыть вкладку</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Следующая вкладка</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Предыдущая вкладка</translation>
    </message>
    <message>
        <source>Show or hide the places</source>
        <translation>Показать или скрыть боковую панель</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Системная тема</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translation>Справка и сочетания клавиш</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Сменить мой пароль</translation>
    </message>
    <message>
        <source>Open another database</source>
        <translation>Открыть другую базу данных</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти из учётной записи</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Закрыть программу</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Создать: %1</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation>Отменять нечего: ваших изменений нет.</translation>
    </message>
    <message numerus="yes">
        <source>Undone: %n record(s)</source>
        <translation>
            <numerusform>Изменения отменены: %n запись</numerusform>
            <numerusform>Изменения отменены: %n записи</numerusform>
            <numerusform>Изменения отменены: %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Изменение отменено: %1</translation>
    </message>
    <message>
        <source>The password has been changed.</source>
        <translation>Пароль изменён.</translation>
    </message>
    <message>
        <source>Not protected on the way: %1</source>
        <translation>Без защиты в пути: %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not verified: whoever can listen on the way reads passwords and data. An administrator has allowed that for this connection.</source>
        <translation>Сертификат сервера не проверен: тот, кто может слушать сеть, прочтёт пароли и данные. Администратор разрешил это для данного подключения.</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Подключено: %1</translation>
    </message>
    <message>
        <source>Encrypted, and the server&apos;s certificate is verified.</source>
        <translation>Соединение зашифровано, сертификат сервера проверен.</translation>
    </message>
    <message>
        <source>An administrator is upgrading the office. You can read and type; saving goes on by itself as soon as that is done.</source>
        <translation>Администратор обновляет офис. Читать и вводить можно; сохранение продолжится само, как только обновление закончится.</translation>
    </message>
    <message numerus="yes">
        <source>Close without %n change(s)?</source>
        <translation>
            <numerusform>Закрыть без %n изменения?</numerusform>
            <numerusform>Закрыть без %n изменений?</numerusform>
            <numerusform>Закрыть без %n изменений?</numerusform>
        </translation>
    </message>
    <message>
        <source>They have not reached the database yet, which does not answer just now. Drafts of open forms are kept.</source>
        <translation>Они ещё не дошли до базы данных: она сейчас не отвечает. Черновики открытых форм сохранятся.</translation>
    </message>
    <message>
        <source>Settings of the office</source>
        <translation>Настройки офиса</translation>
    </message>
    <message>
        <source>Import a file into this list</source>
        <translation>Импортировать файл в этот список</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Выгрузить этот список</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Импорт: %1</translation>
    </message>
    <message>
        <source>Add to favourites, or take it from there</source>
        <translation>Добавить в избранное или убрать из него</translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation>Изменить сочетания клавиш</translation>
    </message>
    <message>
        <source>Save it first: what is new has no place yet.</source>
        <translation>Сначала сохраните: у новой записи ещё нет своего места.</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выберите файл</translation>
    </message>
    <message>
        <source>Change one field of the selected records</source>
        <translation>Изменить поле у выбранных записей</translation>
    </message>
    <message>
        <source>Group the rows of this list</source>
        <translation>Сгруппировать строки списка</translation>
    </message>
    <message>
        <source>Columns of this list</source>
        <translation>Столбцы списка</translation>
    </message>
    <message>
        <source>Colour the rows of this list by rules</source>
        <translation>Окрасить строки списка по правилам</translation>
    </message>
    <message>
        <source>Previous record of the list</source>
        <translation>Предыдущая запись списка</translation>
    </message>
    <message>
        <source>Next record of the list</source>
        <translation>Следующая запись списка</translation>
    </message>
    <message>
        <source>Duplicates: %1</source>
        <translation>Дубликаты: %1</translation>
    </message>
    <message>
        <source>Move the page to a window of its own, or back to the tabs</source>
        <translation>Вынести страницу в отдельное окно или вернуть её во вкладки</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Прекратить</translation>
    </message>
    <message>
        <source>Filters below the headings of this list</source>
        <translation>Фильтры под заголовками этого списка</translation>
    </message>
    <message>
        <source>Take the tour of the window</source>
        <translation>Осмотреться в окне</translation>
    </message>
    <message>
        <source>See as %1</source>
        <translation>Смотреть как %1</translation>
    </message>
    <message>
        <source>New: %1 for “%2”</source>
        <translation>Создать: %1 для «%2»</translation>
    </message>
    <message>
        <source>To the places at the side, and back to the page</source>
        <translation>К разделам сбоку и обратно на страницу</translation>
    </message>
    <message numerus="yes">
        <source>Undo what made or changed %n record(s)?</source>
        <translation>
            <numerusform>Отменить действие, которое создало или изменило %n запись?</numerusform>
            <numerusform>Отменить действие, которое создало или изменило %n записи?</numerusform>
            <numerusform>Отменить действие, которое создало или изменило %n записей?</numerusform>
        </translation>
    </message>
    <message>
        <source>New ones go to the trash, the others become what they were. What others have changed since is shown first.</source>
        <translation>Новые записи попадут в корзину, остальные станут такими, какими были. Что с тех пор изменили другие, будет сначала показано.</translation>
    </message>
    <message>
        <source>Undo the changes</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>crm::MappingModel</name>
    <message>
        <source>is not imported</source>
        <translation>не импортируется</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Куда попадает</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>Как читать</translation>
    </message>
    <message>
        <source>Write the value that “%1” gets in all rows, or take the line out.</source>
        <translation>Укажите значение, которое «%1» получит во всех строках, или уберите эту строку.</translation>
    </message>
    <message>
        <source>Two columns go to “%1”. Take one of them away.</source>
        <translation>В поле «%1» попадают два столбца. Уберите один из них.</translation>
    </message>
    <message>
        <source>Say at least of one column where it goes.</source>
        <translation>Укажите хотя бы для одного столбца, куда он попадает.</translation>
    </message>
    <message>
        <source>as it stands</source>
        <translation>как есть</translation>
    </message>
    <message>
        <source>parts of 1: 0.15 is 15 %</source>
        <translation>доли единицы: 0,15 — это 15 %</translation>
    </message>
    <message>
        <source>percent: 15 is 15 %</source>
        <translation>проценты: 15 — это 15 %</translation>
    </message>
    <message>
        <source>must exist</source>
        <translation>запись должна существовать</translation>
    </message>
    <message>
        <source>is added if missing</source>
        <translation>добавить, если записи нет</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>весь текст</translation>
    </message>
    <message>
        <source>the first word</source>
        <translation>первое слово</translation>
    </message>
    <message>
        <source>all but the first word</source>
        <translation>всё, кроме первого слова</translation>
    </message>
    <message>
        <source>(the same in all rows)</source>
        <translation>(одно значение для всех строк)</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Столбец файла</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Первые значения</translation>
    </message>
</context>
<context>
    <name>crm::MemoEditor</name>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Предпросмотр: %1</translation>
    </message>
</context>
<context>
    <name>crm::MentionBell</name>
    <message>
        <source>Somebody</source>
        <translation>Кто-то</translation>
    </message>
    <message>
        <source>Comments that mention you</source>
        <translation>Комментарии, где упомянули вас</translation>
    </message>
    <message numerus="yes">
        <source>Mentions: %n new</source>
        <translation>
            <numerusform>Упоминания: %n новое</numerusform>
            <numerusform>Упоминания: %n новых</numerusform>
            <numerusform>Упоминания: %n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) mention you</source>
        <translation>
            <numerusform>Вас упомянули в %n комментарии</numerusform>
            <numerusform>Вас упомянули в %n комментариях</numerusform>
            <numerusform>Вас упомянули в %n комментариях</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mentions you: %2</source>
        <translation>%1 упоминает вас: %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Nobody has mentioned you yet.</source>
        <translation>Вас ещё никто не упоминал.</translation>
    </message>
    <message>
        <source>All comments that mention me</source>
        <translation>Все комментарии, где упомянули меня</translation>
    </message>
    <message>
        <source>Show the comments that mention me</source>
        <translation>Показать комментарии, где упомянули меня</translation>
    </message>
</context>
<context>
    <name>crm::MentionBox</name>
    <message>
        <source>People who can be mentioned</source>
        <translation>Кого можно упомянуть</translation>
    </message>
    <message>
        <source>%1, login %2</source>
        <translation>%1, логин %2</translation>
    </message>
</context>
<context>
    <name>crm::Merge</name>
    <message>
        <source>“%1”: these records cannot be merged.</source>
        <translation>«%1»: такие записи объединять нельзя.</translation>
    </message>
    <message>
        <source>Choose at least two different records to merge.</source>
        <translation>Выберите хотя бы две разные записи для объединения.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n record(s) can be merged into one at once.</source>
        <translation>
            <numerusform>За раз можно объединить в одну не больше %n записи.</numerusform>
            <numerusform>За раз можно объединить в одну не больше %n записей.</numerusform>
            <numerusform>За раз можно объединить в одну не больше %n записей.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MergeDialog</name>
    <message>
        <source>Merge: %1</source>
        <translation>Объединение: %1</translation>
    </message>
    <message>
        <source>Choose which record stays, and the value that it keeps where they differ. The others go to the trash, and everything that hangs on them moves to the one that stays.</source>
        <translation>Выберите, какая запись останется и какое значение она сохранит там, где они различаются. Остальные уйдут в корзину, а всё связанное с ними перейдёт к оставшейся.</translation>
    </message>
    <message>
        <source>Records to merge</source>
        <translation>Объединяемые записи</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n record(s)</source>
        <translation>
            <numerusform>Объединить %n запись</numerusform>
            <numerusform>Объединить %n записи</numerusform>
            <numerusform>Объединить %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Остаётся</translation>
    </message>
    <message>
        <source>“%1” stays</source>
        <translation>Остаётся «%1»</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>создана %1</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Все вместе</translation>
    </message>
    <message>
        <source>They agree in everything.</source>
        <translation>Они совпадают во всём.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are the same</source>
        <translation>
            <numerusform>Совпадает %n поле</numerusform>
            <numerusform>Совпадают %n поля</numerusform>
            <numerusform>Совпадает %n полей</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing points to the others.</source>
        <translation>На остальные ничего не указывает.</translation>
    </message>
    <message>
        <source>Moves to “%1”: %2.</source>
        <translation>Перейдёт к оставшейся записи (%1): %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the others go to the trash with them.</source>
        <translation>
            <numerusform>Вместе с остальными в корзину уйдёт %n строка.</numerusform>
            <numerusform>Вместе с остальными в корзину уйдут %n строки.</numerusform>
            <numerusform>Вместе с остальными в корзину уйдёт %n строк.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::MergeRecords</name>
    <message>
        <source>There are no two of these records any more.</source>
        <translation>Двух таких записей уже нет.</translation>
    </message>
    <message>
        <source>Nothing has been merged yet.</source>
        <translation>Пока ничего не объединено.</translation>
    </message>
    <message>
        <source>Look at them again</source>
        <translation>Посмотреть ещё раз</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) merged into “%1”</source>
        <translation>
            <numerusform>%n запись объединена с «%1»</numerusform>
            <numerusform>%n записи объединены с «%1»</numerusform>
            <numerusform>%n записей объединено с «%1»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Money</name>
    <message>
        <source>Amounts in %1 and %2 cannot be added.</source>
        <translation>Нельзя складывать суммы в разных валютах: %1 и %2.</translation>
    </message>
</context>
<context>
    <name>crm::NamedBars</name>
    <message>
        <source>Chart</source>
        <translation>Диаграмма</translation>
    </message>
    <message numerus="yes">
        <source>Others: %n</source>
        <comment>what is left of a chart</comment>
        <translation>
            <numerusform>Остальные: %n</numerusform>
            <numerusform>Остальные: %n</numerusform>
            <numerusform>Остальные: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::NearDate</name>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>d</source>
        <translation>д</translation>
    </message>
    <message>
        <source>w</source>
        <translation>н</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>y</source>
        <translation>г</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
</context>
<context>
    <name>crm::NewOfficePage</name>
    <message>
        <source>A new office on a server</source>
        <translation>Новая база на сервере</translation>
    </message>
    <message>
        <source>You need a MariaDB (10.6 or newer) and an account that administers it. The program uses that account now, and never again.</source>
        <translation>Нужна MariaDB (10.6 или новее) и учётная запись её администратора. Программа использует эту запись сейчас и больше никогда.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Certificate of the office (ca.pem)</source>
        <translation>Сертификат компании (ca.pem)</translation>
    </message>
    <message>
        <source>Made by installer/mariadb-server.sh; it says where. Empty: an authority that this computer trusts.</source>
        <translation>Его создаёт installer/mariadb-server.sh и говорит, где он лежит. Пусто: центр, которому доверяет этот компьютер.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>The certificate of the office</source>
        <translation>Сертификат компании</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Сертификаты (*.pem *.crt *.cer);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Administrator of the MariaDB</source>
        <translation>Администратор MariaDB</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Currency of the company</source>
        <translation>Валюта компании</translation>
    </message>
    <message>
        <source>Language of statuses and lists</source>
        <translation>Язык статусов и списков</translation>
    </message>
    <message>
        <source>You, the administrator</source>
        <translation>Вы — администратор</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Что будет сделано</translation>
    </message>
    <message>
        <source>Two more accounts were made. Keep their passwords in a safe place now: nobody can read them again. They are for upgrades and for backups, not for daily work.</source>
        <translation>Созданы ещё две учётные записи. Сохраните их пароли в надёжном месте сейчас: прочесть их ещё раз нельзя. Они нужны для обновлений и резервных копий, а не для повседневной работы.</translation>
    </message>
    <message>
        <source>Owner of the tables (upgrades, plugins)</source>
        <translation>Владелец таблиц (обновления, плагины)</translation>
    </message>
    <message>
        <source>Service (jobs, backups)</source>
        <translation>Служба (задания, резервные копии)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>Проверить сервер</translation>
    </message>
    <message>
        <source>Make the office</source>
        <translation>Создать базу</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Введите логин.</translation>
    </message>
    <message>
        <source>Small Latin letters, digits, dots, hyphens and underscores, such as anna.petrova.</source>
        <translation>Строчные латинские буквы, цифры, точки, дефисы и подчёркивания, например anna.petrova.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Пароли не совпадают.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Опрос сервера…</translation>
    </message>
    <message>
        <source>An office cannot be made here yet. Below stands what to do; then check again.</source>
        <translation>Здесь пока нельзя создать базу. Ниже сказано, что сделать; затем проверьте снова.</translation>
    </message>
    <message>
        <source>%1 is suitable.</source>
        <translation>%1 подходит.</translation>
    </message>
    <message>
        <source>Making the office…</source>
        <translation>Создание базы…</translation>
    </message>
    <message>
        <source>The office was there already and is up to date now.</source>
        <translation>База уже была и теперь обновлена.</translation>
    </message>
    <message>
        <source>The office is ready.</source>
        <translation>База готова.</translation>
    </message>
</context>
<context>
    <name>crm::OfficeAccess</name>
    <message>
        <source>This is a local file; accounts and addresses belong to a server.</source>
        <translation>Это локальный файл; учётные записи и адреса бывают у сервера.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Такого сотрудника нет.</translation>
    </message>
    <message>
        <source>That would keep you out: the address you come from is not in it. Allow your own address first.</source>
        <translation>Так вы закрыли бы вход себе: вашего адреса в списке нет. Сначала разрешите свой адрес.</translation>
    </message>
    <message>
        <source>“%1” is no address and no range. Write 192.168.1.7, 192.168.1.10-192.168.1.99 or 192.168.1.0/24.</source>
        <translation>«%1» — не адрес и не диапазон. Напишите 192.168.1.7, 192.168.1.10-192.168.1.99 или 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>not allowed from this address</source>
        <translation>не разрешено с этого адреса</translation>
    </message>
    <message>
        <source>deactivated or locked</source>
        <translation>отключён или заблокирован</translation>
    </message>
    <message>
        <source>nobody of the office</source>
        <translation>не из этой компании</translation>
    </message>
    <message>
        <source>another version of the program</source>
        <translation>другая версия программы</translation>
    </message>
    <message>
        <source>kept others waiting, so the connection was ended</source>
        <translation>заставлял других ждать, поэтому подключение завершено</translation>
    </message>
</context>
<context>
    <name>crm::OfficeDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>crm::OfficeSettingsPage</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>They hold for everybody who works with this database. Language, theme and density are each person&apos;s own, under Preferences.</source>
        <translation>Действуют для всех, кто работает с этой базой данных. Язык, тему и плотность каждый выбирает для себя в разделе «Параметры».</translation>
    </message>
    <message>
        <source>Base currency: %1. It was chosen when the database was made, and all totals are in it.</source>
        <translation>Основная валюта: %1. Её выбрали при создании базы данных, все итоги считаются в ней.</translation>
    </message>
    <message>
        <source>Lists that are used</source>
        <translation>Используемые списки</translation>
    </message>
    <message>
        <source>What is switched off disappears from the sidebar, search, Ctrl+K, the dashboard and from other records. Its data stays, and rights do not change.</source>
        <translation>Отключённый список исчезает из боковой панели, поиска, Ctrl+K, с рабочего стола и из других записей. Его данные сохраняются, права не меняются.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Что изменено</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>Отменить это изменение</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Изменений пока нет.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a setting, its value before and after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation>Отключено: %1</translation>
    </message>
    <message>
        <source>Switched on: %1</source>
        <translation>Включено: %1</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Discard the changes of the settings?</source>
        <translation>Отказаться от изменений в настройках?</translation>
    </message>
    <message>
        <source>The settings stay as they are stored.</source>
        <translation>Настройки останутся такими, какими они сохранены.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>The settings have been saved.</source>
        <translation>Настройки сохранены.</translation>
    </message>
    <message>
        <source>The change has been taken back.</source>
        <translation>Изменение отменено.</translation>
    </message>
    <message>
        <source>Settings of the office</source>
        <translation>Настройки офиса</translation>
    </message>
</context>
<context>
    <name>crm::OverviewPage</name>
    <message>
        <source>Your role lets you read nothing of this overview.</source>
        <translation>Ваша роль не позволяет видеть ничего из этого обзора.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>crm::OverviewTileCard</name>
    <message>
        <source>%1: opens the list</source>
        <translation>%1: открыть список</translation>
    </message>
</context>
<context>
    <name>crm::OverviewTopCard</name>
    <message>
        <source>Open the whole list</source>
        <translation>Открыть весь список</translation>
    </message>
</context>
<context>
    <name>crm::PageWindow</name>
    <message>
        <source>Back to the tabs</source>
        <translation>Вернуть во вкладки</translation>
    </message>
</context>
<context>
    <name>crm::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>Недавнее</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>places, commands</comment>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Paper</name>
    <message>
        <source>%1 (draft)</source>
        <translation>%1 (черновик)</translation>
    </message>
    <message>
        <source>“%1” are not printed as documents.</source>
        <translation>«%1» не печатаются как документы.</translation>
    </message>
    <message>
        <source>The template cannot be read: %1</source>
        <translation>Шаблон не читается: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a paper, whom it is about</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>{{%1}} (did you mean %2?)</source>
        <translation>{{%1}} (может быть, %2?)</translation>
    </message>
    <message>
        <source>The template asks for what is not there: %1.</source>
        <translation>В шаблоне есть неизвестные переменные: %1.</translation>
    </message>
    <message>
        <source>There is no paper “%1” of these documents. Possible: %2.</source>
        <translation>У этих документов нет бланка «%1». Возможны: %2.</translation>
    </message>
    <message>
        <source>typed</source>
        <comment>a signature</comment>
        <translation>введено с клавиатуры</translation>
    </message>
</context>
<context>
    <name>crm::PaperBatch</name>
    <message numerus="yes">
        <source>Saved as PDF: %n</source>
        <translation>
            <numerusform>Сохранён в PDF %n документ</numerusform>
            <numerusform>Сохранено в PDF %n документа</numerusform>
            <numerusform>Сохранено в PDF %n документов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::PaperDialog</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удалось записать «%1»: %2</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Печать...</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>Сохранить в PDF...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Save the document as</source>
        <translation>Сохранить документ как</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html)</source>
        <translation>PDF (*.pdf);;HTML (*.html)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Which paper</source>
        <translation>Какой бланк</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бланк</translation>
    </message>
    <message>
        <source>This paper lacks: %1.</source>
        <translation>В документе не хватает: %1.</translation>
    </message>
</context>
<context>
    <name>crm::Password</name>
    <message>
        <source>The cryptographic library cannot start on this computer.</source>
        <translation>Криптографическая библиотека не запускается на этом компьютере.</translation>
    </message>
    <message>
        <source>There is not enough memory to check a password. Close other programs and try again.</source>
        <translation>Не хватает памяти, чтобы проверить пароль. Закройте другие программы и попробуйте снова.</translation>
    </message>
    <message numerus="yes">
        <source>A password must have at least %n characters.</source>
        <translation>
            <numerusform>Пароль должен содержать не меньше %n символа.</numerusform>
            <numerusform>Пароль должен содержать не меньше %n символов.</numerusform>
            <numerusform>Пароль должен содержать не меньше %n символов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A password may have at most %n characters.</source>
        <translation>
            <numerusform>Пароль должен содержать не больше %n символа.</numerusform>
            <numerusform>Пароль должен содержать не больше %n символов.</numerusform>
            <numerusform>Пароль должен содержать не больше %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password must differ from the sign-in name.</source>
        <translation>Пароль не должен совпадать с логином.</translation>
    </message>
    <message>
        <source>A password of one repeated character is guessed at once. Take another.</source>
        <translation>Пароль из одного повторяющегося символа угадают сразу. Придумайте другой.</translation>
    </message>
</context>
<context>
    <name>crm::PasswordDialog</name>
    <message>
        <source>Password of %1</source>
        <translation>Пароль для %1</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>At least 8 characters. A few words in a row are easy to remember and hard to guess.</source>
        <translation>Не меньше 8 символов. Несколько слов подряд легко запомнить и трудно угадать.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Задать пароль</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Пароли не совпадают.</translation>
    </message>
</context>
<context>
    <name>crm::People</name>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Неверный логин или пароль.</translation>
    </message>
    <message>
        <source>Your account has been deactivated. Ask an administrator.</source>
        <translation>Ваша учётная запись отключена. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Sign in with your name and password.</source>
        <translation>Войдите под своим логином и паролем.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n second(s).</source>
        <translation>
            <numerusform>Слишком много неверных паролей. Попробуйте снова через %n секунду.</numerusform>
            <numerusform>Слишком много неверных паролей. Попробуйте снова через %n секунды.</numerusform>
            <numerusform>Слишком много неверных паролей. Попробуйте снова через %n секунд.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::PeopleModel</name>
    <message>
        <source>May sign in</source>
        <translation>Вход разрешён</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Вход закрыт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Учётной записи ещё нет</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Has to choose a password</source>
        <translation>Должен выбрать пароль</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Последний вход</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
</context>
<context>
    <name>crm::PeoplePage</name>
    <message>
        <source>New person</source>
        <translation>Новый пользователь</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Задать пароль</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Отключить</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n пользователь</numerusform>
            <numerusform>%n пользователя</numerusform>
            <numerusform>%n пользователей</numerusform>
        </translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Вернуть доступ</translation>
    </message>
    <message>
        <source>The password of %1 has been set.</source>
        <translation>Пароль для %1 задан.</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>Отключить пользователя %1?</translation>
    </message>
    <message>
        <source>%1 can no longer sign in. The records stay as they are.</source>
        <translation>Вход будет закрыт: %1. Записи останутся без изменений.</translation>
    </message>
    <message>
        <source>May sign in again.</source>
        <translation>Вход снова разрешён.</translation>
    </message>
    <message>
        <source>Deactivated.</source>
        <translation>Пользователь отключён.</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>Пользователи и пароли</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Отказы</translation>
    </message>
    <message>
        <source>Lock the account of %1?</source>
        <translation>Заблокировать учётную запись: %1?</translation>
    </message>
    <message>
        <source>Open connections end at once. The records stay as they are.</source>
        <translation>Открытые подключения завершатся сразу. Записи останутся как есть.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Создать учётную запись</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>See as this person</source>
        <translation>Смотреть как этот человек</translation>
    </message>
    <message>
        <source>Shows what they see, and changes nothing. It is noted in the access log.</source>
        <translation>Показывает, что видит этот человек, и ничего не меняет. Записывается в журнал доступа.</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Журнал доступа</translation>
    </message>
</context>
<context>
    <name>crm::PickCondition</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>has any of</source>
        <translation>есть что-то из</translation>
    </message>
    <message>
        <source>has all of</source>
        <translation>есть всё из</translation>
    </message>
    <message>
        <source>has none of</source>
        <translation>нет ничего из</translation>
    </message>
</context>
<context>
    <name>crm::PicturesEditor</name>
    <message>
        <source>Add pictures...</source>
        <translation>Добавить изображения...</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Добавить изображения</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.svg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.svg)</translation>
    </message>
    <message>
        <source>Save the record first, then add pictures.</source>
        <translation>Сначала сохраните запись, затем добавляйте изображения.</translation>
    </message>
    <message>
        <source>The first one stands for the record. Drag, or Ctrl+Left and Ctrl+Right, to put them in order.</source>
        <translation>Первое представляет запись. Порядок меняется мышью или клавишами Ctrl+Влево и Ctrl+Вправо.</translation>
    </message>
    <message>
        <source>Drop pictures here, or paste one with Ctrl+V.</source>
        <translation>Перетащите изображения сюда или вставьте из буфера клавишами Ctrl+V.</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Просмотреть</translation>
    </message>
    <message>
        <source>Put it first</source>
        <translation>Сделать первым</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>crm::PresencePill</name>
    <message>
        <source>%1 is changing this</source>
        <translation>%1 правит эту запись</translation>
    </message>
    <message>
        <source>%1 has this open</source>
        <translation>Открыто также: %1</translation>
    </message>
    <message>
        <source> (+%1)</source>
        <translation> (+%1)</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved, since %2</source>
        <translation>%1: есть несохранённые изменения, с %2</translation>
    </message>
    <message>
        <source>%1 has this open, since %2</source>
        <translation>%1: запись открыта с %2</translation>
    </message>
</context>
<context>
    <name>crm::PreviewModel</name>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что произойдёт</translation>
    </message>
</context>
<context>
    <name>crm::Profiles</name>
    <message>
        <source>A connection&apos;s name is made of letters, digits, blanks, dots, hyphens and underscores.</source>
        <translation>Имя подключения состоит из букв, цифр, пробелов, точек, дефисов и подчёркиваний.</translation>
    </message>
    <message>
        <source>The certificate “%1” cannot be read: %2.</source>
        <translation>Не удаётся прочесть сертификат «%1»: %2.</translation>
    </message>
    <message>
        <source>The certificate cannot be kept in “%1”: %2.</source>
        <translation>Не удаётся сохранить сертификат в «%1»: %2.</translation>
    </message>
    <message>
        <source>There is no connection “%1”, nor any other yet.</source>
        <translation>Подключения «%1» нет, как и других.</translation>
    </message>
    <message>
        <source>There is no connection “%1”. Those there are: %2.</source>
        <translation>Подключения «%1» нет. Есть такие: %2.</translation>
    </message>
    <message>
        <source>The connection cannot be written into “%1”.</source>
        <translation>Не удаётся записать подключение в «%1».</translation>
    </message>
</context>
<context>
    <name>crm::Program</name>
    <message>
        <source>Open a database</source>
        <translation>Открыть базу данных</translation>
    </message>
    <message>
        <source>MyCRM databases (*.mycrm *.db *.sqlite);;All files (*)</source>
        <translation>Базы данных «Моя ЦРМ» (*.mycrm *.db *.sqlite);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Making the demo</source>
        <translation>Создание демобазы</translation>
    </message>
    <message>
        <source>Clients, orders and tasks of a small company. This takes a few seconds.</source>
        <translation>Клиенты, заказы и задачи небольшой компании. Это займёт несколько секунд.</translation>
    </message>
    <message>
        <source>An administrator made your password. Choose one that only you know.</source>
        <translation>Ваш пароль задал администратор. Выберите такой, который знаете только вы.</translation>
    </message>
    <message>
        <source>Upgrade the office...</source>
        <translation>Обновить базу офиса...</translation>
    </message>
</context>
<context>
    <name>crm::Prompts</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>crm::Query</name>
    <message>
        <source>“%1” is no field to sort by. Write fields separated by commas, with a minus before those that sort downwards: -order_date, name.</source>
        <translation>Сортировать по «%1» нельзя. Перечислите поля через запятую, с минусом перед теми, что идут по убыванию: -order_date, name.</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”.</source>
        <translation>«%1»: нет поля «%2».</translation>
    </message>
</context>
<context>
    <name>crm::QuestionActions</name>
    <message numerus="yes">
        <source>Answers taken: %n</source>
        <translation>
            <numerusform>Принят %n ответ на бриф</numerusform>
            <numerusform>Принято %n ответа на бриф</numerusform>
            <numerusform>Принято %n ответов на бриф</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Не принято</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Заполнить</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Save as a page...</source>
        <translation>Сохранить страницей...</translation>
    </message>
    <message>
        <source>A page for the browser: send it to your client, who fills it in and sends back the answers</source>
        <translation>Страница для браузера: отправьте её клиенту, он заполнит её и пришлёт ответы</translation>
    </message>
    <message>
        <source>Read answers...</source>
        <translation>Принять ответы...</translation>
    </message>
    <message>
        <source>Which answers?</source>
        <translation>Какие ответы принять?</translation>
    </message>
    <message>
        <source>Answers (*.json);;All files (*)</source>
        <translation>Ответы (*.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save the page as</source>
        <translation>Сохранить страницу как</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Веб-страница (*.html)</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удаётся записать «%1»: %2</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
</context>
<context>
    <name>crm::QuestionPage</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>Сохранить ответы</translation>
    </message>
    <message>
        <source>Files, if there are any</source>
        <translation>Файлы, если есть</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Пожалуйста, заполните.</translation>
    </message>
    <message>
        <source>Write an e-mail address like name@example.com.</source>
        <translation>Напишите адрес эл. почты, например name@example.com.</translation>
    </message>
    <message>
        <source>Write a number like 1500 or 1500.50.</source>
        <translation>Напишите число, например 1500 или 1500,50.</translation>
    </message>
    <message>
        <source>Choose a date.</source>
        <translation>Выберите дату.</translation>
    </message>
    <message>
        <source>Write a time like 09:30.</source>
        <translation>Напишите время, например 09:30.</translation>
    </message>
    <message>
        <source>Write an address like https://example.com.</source>
        <translation>Напишите адрес, например https://example.com.</translation>
    </message>
    <message>
        <source>These files are too large: 20 files of 20 MB together are the most.</source>
        <translation>Файлы слишком велики: не больше 20 файлов и 20 МБ вместе.</translation>
    </message>
    <message>
        <source>Your answers are in the file “%1” among your downloads.</source>
        <translation>Ваши ответы — в файле «%1» среди загрузок.</translation>
    </message>
    <message>
        <source>Send this file to</source>
        <translation>Отправьте этот файл на адрес</translation>
    </message>
    <message>
        <source>“%1” asks nothing yet. Write down a question.</source>
        <translation>«%1» пока ни о чём не спрашивает. Добавьте вопрос.</translation>
    </message>
    <message>
        <source>Please allow scripts on this page: it asks its questions with them and sends nothing anywhere.</source>
        <translation>Разрешите скрипты на этой странице: вопросы задаются с их помощью, и ничего никуда не отправляется.</translation>
    </message>
</context>
<context>
    <name>crm::Questions</name>
    <message>
        <source>Write down what can be chosen, with “;” between.</source>
        <translation>Напишите варианты ответа через «;».</translation>
    </message>
    <message>
        <source>At most %1 can be offered to choose from.</source>
        <translation>Можно предложить не больше %1 вариантов.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>«%1» указано дважды.</translation>
    </message>
    <message>
        <source>Write down which question this is the answer to.</source>
        <translation>Напишите, на какой вопрос это ответ.</translation>
    </message>
    <message>
        <source>There is no question “%1” above this one.</source>
        <translation>Выше нет вопроса «%1».</translation>
    </message>
    <message>
        <source>“%1” is no answer to the question “%2”.</source>
        <translation>«%1» — не ответ на вопрос «%2».</translation>
    </message>
    <message>
        <source>“%1” has to be confirmed.</source>
        <translation>«%1» нужно подтвердить.</translation>
    </message>
</context>
<context>
    <name>crm::QuestionsDialog</name>
    <message>
        <source>Preview: %1</source>
        <translation>Просмотр: %1</translation>
    </message>
    <message>
        <source>There are no questions yet. Write them down in the brief and save it.</source>
        <translation>Вопросов пока нет. Добавьте их в бриф и сохраните его.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Check the answers</source>
        <translation>Проверить ответы</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>Сохранить ответы</translation>
    </message>
    <message>
        <source>Nothing is missing. This was a preview: the answers are not kept.</source>
        <translation>Всё заполнено. Это просмотр: ответы не сохраняются.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Drop the answers?</source>
        <translation>Отказаться от ответов?</translation>
    </message>
    <message>
        <source>What has been filled in is not saved.</source>
        <translation>Заполненное не сохранено.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Не сохранять</translation>
    </message>
</context>
<context>
    <name>crm::QuickCreate</name>
    <message>
        <source>New: %1</source>
        <translation>Новая запись: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
</context>
<context>
    <name>crm::QuickFilters</name>
    <message>
        <source>“%1” is no date. Type one like %2, or today, this week, +7.</source>
        <translation>«%1» — не дата. Напишите так: %2, или сегодня, эта неделя, +7.</translation>
    </message>
    <message>
        <source>today, this week, &lt; 24.11, 1.11..30.11; = is empty, != is not empty</source>
        <translation>сегодня, эта неделя, &lt; 24.11, 1.11..30.11; = пусто, != не пусто</translation>
    </message>
    <message>
        <source>100, &gt; 100, 100..500; = is empty, != is not empty</source>
        <translation>100, &gt; 100, 100..500; = пусто, != не пусто</translation>
    </message>
    <message>
        <source>A part of the text. ^ begins with, = is exactly, != is not; = alone is empty, != alone is not empty</source>
        <translation>Часть текста. ^ начинается с, = в точности, != не равно; просто = пусто, просто != не пусто</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>Enter opens the list to pick from</source>
        <translation>Enter открывает список для выбора</translation>
    </message>
</context>
<context>
    <name>crm::QuickMoments</name>
    <message>
        <source>In an hour</source>
        <translation>Через час</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Завтра утром</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>Через три дня</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>На следующей неделе</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 минут</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 час</translation>
    </message>
</context>
<context>
    <name>crm::RangeCondition</name>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a number</comment>
        <translation>от</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a number</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1: от</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1: до</translation>
    </message>
</context>
<context>
    <name>crm::Reading</name>
    <message>
        <source>Your role does not show you “%1”, so it cannot be listed, sorted or filtered by.</source>
        <translation>Ваша роль не позволяет видеть поле «%1»: его нельзя вывести в список, по нему нельзя сортировать и фильтровать.</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”.</source>
        <translation>«%1»: нет поля «%2».</translation>
    </message>
    <message>
        <source>Rows cannot be sorted by “%1”, because it holds several values.</source>
        <translation>По полю «%1» нельзя сортировать: в нём бывает несколько значений.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with “%2”.</source>
        <translation>Поле «%1» нельзя сравнить с «%2».</translation>
    </message>
    <message>
        <source>“%1” cannot be added up.</source>
        <translation>По полю «%1» нельзя посчитать сумму.</translation>
    </message>
    <message>
        <source>Your role does not let you see “%1”.</source>
        <translation>Ваша роль не позволяет видеть «%1».</translation>
    </message>
    <message>
        <source>This record of “%1” is no longer there, or you may not see it.</source>
        <translation>Этой записи («%1») больше нет, или у вас нет к ней доступа.</translation>
    </message>
    <message>
        <source>The sum is too large to be shown.</source>
        <translation>Сумма слишком велика, чтобы её показать.</translation>
    </message>
    <message>
        <source>Rows cannot be put together by “%1”.</source>
        <translation>По полю «%1» сгруппировать строки нельзя.</translation>
    </message>
    <message>
        <source>“%1” has too many different values to put rows together by it. Narrow the list, or choose another column.</source>
        <translation>У поля «%1» слишком много разных значений для группировки. Сузьте список или выберите другой столбец.</translation>
    </message>
</context>
<context>
    <name>crm::RecentChanges</name>
    <message>
        <source>Recent changes</source>
        <translation>Последние изменения</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <comment>record, who changed it, when</comment>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>Nothing has changed yet.</source>
        <translation>Ещё ничего не менялось.</translation>
    </message>
</context>
<context>
    <name>crm::RecordField</name>
    <message>
        <source>%1 *</source>
        <comment>label of a required field</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>What this field is (F1)</source>
        <translation>Что это за поле (F1)</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Справка: %1</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
</context>
<context>
    <name>crm::RecordPage</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Сохранить (Ctrl+S)</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Новая запись: %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Save your changes first.</source>
        <translation>Сначала сохраните изменения.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Сохранить изменения?</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>«%1»: есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>There is an unsaved draft from %1.</source>
        <translation>Есть несохранённый черновик от %1.</translation>
    </message>
    <message>
        <source>Restore the draft</source>
        <translation>Восстановить черновик</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>%1 has saved this record meanwhile. What is new is in the form already; your changes stay.</source>
        <translation>Тем временем запись сохранил другой сотрудник: %1. Новое уже в форме, ваши изменения остались.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>строки</translation>
    </message>
    <message>
        <source>%1 has saved this record meanwhile and changed what you are changing: %2.</source>
        <translation>Тем временем запись сохранил другой сотрудник (%1) и изменил то же, что и вы: %2.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>“%1” has been deleted</source>
        <translation>«%1»: запись удалена</translation>
    </message>
    <message>
        <source>It was moved to the trash while you were at it. Your changes are not saved yet.</source>
        <translation>Пока вы работали с записью, её переместили в корзину. Ваши изменения ещё не сохранены.</translation>
    </message>
    <message>
        <source>%1 moved it to the trash while you were at it. Your changes are not saved yet.</source>
        <translation>Пока вы работали с записью, её переместил в корзину другой сотрудник: %1. Ваши изменения ещё не сохранены.</translation>
    </message>
    <message>
        <source>Restore and save</source>
        <translation>Восстановить и сохранить</translation>
    </message>
    <message>
        <source>Discard my changes</source>
        <translation>Отбросить мои изменения</translation>
    </message>
    <message>
        <source>%1 has moved this record to the trash.</source>
        <translation>%1: запись перемещена в корзину.</translation>
    </message>
    <message>
        <source>Who can see this...</source>
        <translation>Кто это видит...</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Просмотреть</translation>
    </message>
    <message>
        <source>This record was merged into “%1” while you were at it. Your changes are not saved yet.</source>
        <translation>Пока вы работали, эту запись объединили с «%1». Ваши изменения ещё не сохранены.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть её</translation>
    </message>
    <message>
        <source>The record was merged into “%1”.</source>
        <translation>Запись объединена с «%1».</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Напечатать или сохранить в PDF</translation>
    </message>
    <message>
        <source>What else can be done</source>
        <translation>Что ещё можно сделать</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Сохранить и продолжить</translation>
    </message>
    <message>
        <source>The record is like that already.</source>
        <translation>Запись и сейчас такая.</translation>
    </message>
    <message>
        <source>The former values are in the form. They hold once you save.</source>
        <translation>Прежние значения в форме. Они вступят в силу, когда вы сохраните.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Add files to this record</source>
        <translation>Добавить файлы к этой записи</translation>
    </message>
    <message>
        <source>Go to the lines of this record</source>
        <translation>Перейти к строкам записи</translation>
    </message>
</context>
<context>
    <name>crm::RecordPreview</name>
    <message>
        <source>Preview</source>
        <translation>Быстрый просмотр</translation>
    </message>
    <message>
        <source>Open as a tab (Enter)</source>
        <translation>Открыть во вкладке (Enter)</translation>
    </message>
    <message>
        <source>Close the preview (Space)</source>
        <translation>Закрыть просмотр (Пробел)</translation>
    </message>
    <message>
        <source>Nothing else is filled in.</source>
        <translation>Больше ничего не заполнено.</translation>
    </message>
</context>
<context>
    <name>crm::RecordSteps</name>
    <message>
        <source>Previous record of the list (Alt+PgUp)</source>
        <translation>Предыдущая запись списка (Alt+PgUp)</translation>
    </message>
    <message>
        <source>Next record of the list (Alt+PgDown)</source>
        <translation>Следующая запись списка (Alt+PgDown)</translation>
    </message>
</context>
<context>
    <name>crm::RefCondition</name>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
</context>
<context>
    <name>crm::RefEditor</name>
    <message>
        <source>Type to find</source>
        <translation>Начните вводить</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Открыть: %1</translation>
    </message>
    <message>
        <source>Pick one of the proposals.</source>
        <translation>Выберите один из предложенных вариантов.</translation>
    </message>
</context>
<context>
    <name>crm::RefusalsDialog</name>
    <message>
        <source>Who was turned away</source>
        <translation>Кому отказано</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Nobody was turned away. Wrong passwords stand in the log of the MariaDB.</source>
        <translation>Отказов не было. Неверные пароли записаны в журнале MariaDB.</translation>
    </message>
</context>
<context>
    <name>crm::Registry</name>
    <message>
        <source>The declaration of %1 is faulty:</source>
        <translation>Ошибки в описании (%1):</translation>
    </message>
    <message>
        <source>There is no kind of record called “%1”.</source>
        <translation>Вида записей «%1» нет.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Кем создано</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Кем изменено</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>the records</source>
        <translation>записи</translation>
    </message>
</context>
<context>
    <name>crm::RelatedTabs</name>
    <message>
        <source>More lists</source>
        <translation>Ещё списки</translation>
    </message>
</context>
<context>
    <name>crm::RemindDialog</name>
    <message>
        <source>Remind me</source>
        <translation>Напомнить мне</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>О записи: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>You will be reminded: %1</source>
        <translation>Напомним: %1</translation>
    </message>
</context>
<context>
    <name>crm::ReminderBell</name>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message numerus="yes">
        <source>Reminders: %n due</source>
        <translation>
            <numerusform>Напоминания: сработало %n</numerusform>
            <numerusform>Напоминания: сработали %n</numerusform>
            <numerusform>Напоминания: сработало %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) are due</source>
        <translation>
            <numerusform>Сработало %n напоминание</numerusform>
            <numerusform>Сработали %n напоминания</numerusform>
            <numerusform>Сработало %n напоминаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Due since %1: %2</source>
        <translation>Пропущено (%1): %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Напоминание</translation>
    </message>
    <message>
        <source>Show the reminders that are due</source>
        <translation>Показать сработавшие напоминания</translation>
    </message>
    <message>
        <source>Remind me... (of this record, or of anything)</source>
        <translation>Напомнить мне... (об этой записи или о чём угодно)</translation>
    </message>
</context>
<context>
    <name>crm::ReminderPopup</name>
    <message>
        <source>Nothing is due</source>
        <translation>Пока не о чем напоминать</translation>
    </message>
    <message>
        <source>What you want to be told of in time appears here when its moment comes.</source>
        <translation>Здесь появится то, о чём вы просили напомнить, когда придёт время.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a reminder</comment>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>New reminder (Ins)</source>
        <translation>Новое напоминание (Ins)</translation>
    </message>
    <message>
        <source>All reminders</source>
        <translation>Все напоминания</translation>
    </message>
    <message>
        <source>Due reminders</source>
        <translation>Сработавшие напоминания</translation>
    </message>
    <message>
        <source>Open the record (Enter)</source>
        <translation>Открыть запись (Enter)</translation>
    </message>
    <message>
        <source>Done (Space)</source>
        <translation>Выполнено (пробел)</translation>
    </message>
    <message>
        <source>Remind me later (Right arrow)</source>
        <translation>Напомнить позже (стрелка вправо)</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Следующее: %1, %2</translation>
    </message>
</context>
<context>
    <name>crm::RemindersPanel</name>
    <message>
        <source>You have no reminder of this. One that you make is seen by you alone.</source>
        <translation>У вас нет напоминаний об этой записи. Ваши напоминания видите только вы.</translation>
    </message>
    <message>
        <source>Remind me...</source>
        <translation>Напомнить мне...</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a reminder</comment>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>a reminder</comment>
        <translation>Время пришло</translation>
    </message>
    <message>
        <source>To come</source>
        <comment>a reminder</comment>
        <translation>Впереди</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) deleted</source>
        <translation>
            <numerusform>Удалено %n напоминание</numerusform>
            <numerusform>Удалены %n напоминания</numerusform>
            <numerusform>Удалено %n напоминаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Open	Enter</source>
        <translation>Открыть	Enter</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Напомнить позже</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>Удалить	Del</translation>
    </message>
</context>
<context>
    <name>crm::RemoveRecords</name>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has been changed. Delete it all the same?</source>
        <translation>Запись «%1» изменили. Всё равно удалить?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) have been changed. Delete all the same?</source>
        <translation>
            <numerusform>%n запись изменили. Всё равно удалить?</numerusform>
            <numerusform>%n записи изменили. Всё равно удалить?</numerusform>
            <numerusform>%n записей изменили. Всё равно удалить?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message numerus="yes">
        <source>Gone along: %n record(s).</source>
        <translation>
            <numerusform>Вместе с этим удалено: %n запись.</numerusform>
            <numerusform>Вместе с этим удалено: %n записи.</numerusform>
            <numerusform>Вместе с этим удалено: %n записей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still pointing there: %n record(s).</source>
        <translation>
            <numerusform>Продолжают на это ссылаться: %n запись.</numerusform>
            <numerusform>Продолжают на это ссылаться: %n записи.</numerusform>
            <numerusform>Продолжают на это ссылаться: %n записей.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::Repository</name>
    <message>
        <source>You may only change your own password.</source>
        <translation>Менять можно только свой пароль.</translation>
    </message>
    <message>
        <source>Only an administrator may check the database.</source>
        <translation>Проверять базу данных может только администратор.</translation>
    </message>
    <message>
        <source>You may not merge records. It needs an administrator or a role with the special right to merge.</source>
        <translation>Вам нельзя объединять записи. Для этого нужен администратор или роль с особым правом объединять.</translation>
    </message>
    <message>
        <source>You may not run the work of the system. It needs an administrator or a role with the special right to do so.</source>
        <translation>Вы не можете запускать работу системы. Для этого нужен администратор или роль с таким особым правом.</translation>
    </message>
</context>
<context>
    <name>crm::Requisites</name>
    <message>
        <source>only digits may stand here.</source>
        <translation>здесь могут быть только цифры.</translation>
    </message>
    <message>
        <source>it must have %1 digits, not %2.</source>
        <translation>нужно цифр: %1, а здесь %2.</translation>
    </message>
    <message>
        <source>a number of zeroes only is never given out.</source>
        <translation>номер из одних нулей не присваивается.</translation>
    </message>
    <message>
        <source>it must have %1 digits for a company or %2 for a person, not %3.</source>
        <translation>нужно цифр: %1 у организации или %2 у физического лица, а здесь %3.</translation>
    </message>
    <message>
        <source>the check digit does not fit: a digit is wrong, missing or in another&apos;s place. Compare the number with the document.</source>
        <translation>не сходится контрольная цифра: какая-то цифра неверна, пропущена или стоит не на месте. Сверьте номер с документом.</translation>
    </message>
    <message>
        <source>the account does not fit the BIC %1: a digit of one of the two is wrong.</source>
        <translation>счёт не подходит к БИК %1: в одном из них неверная цифра.</translation>
    </message>
    <message>
        <source>“%1” is no KPP. It has nine signs, like 773601001.</source>
        <translation>«%1» — не КПП. В нём девять знаков, например 773601001.</translation>
    </message>
    <message>
        <source>an OGRN begins with 1 or 5; this is the number of another entry in the register.</source>
        <translation>ОГРН начинается с 1 или 5; это номер другой записи в реестре.</translation>
    </message>
    <message>
        <source>an OGRNIP begins with 3; this is the number of another entry in the register.</source>
        <translation>ОГРНИП начинается с 3; это номер другой записи в реестре.</translation>
    </message>
    <message>
        <source>a BIC begins with 04, that of a treasury body with 00 or 01.</source>
        <translation>БИК начинается с 04, у органа казначейства — с 00 или 01.</translation>
    </message>
    <message>
        <source>a correspondent account begins with 301, the account of a treasury body with 40102.</source>
        <translation>корреспондентский счёт начинается с 301, счёт органа казначейства — с 40102.</translation>
    </message>
    <message>
        <source>the correspondent account of the bank with the BIC %1 ends with %2.</source>
        <translation>корреспондентский счёт банка с БИК %1 заканчивается на %2.</translation>
    </message>
</context>
<context>
    <name>crm::RightsModel</name>
    <message>
        <source>Nothing</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Свои</translation>
    </message>
    <message>
        <source>Team&apos;s</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Видеть</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавлять</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменять</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалять</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгружать</translation>
    </message>
    <message>
        <source>What hangs on other records</source>
        <translation>То, что относится к другим записям</translation>
    </message>
    <message>
        <source>Administrators may do everything.</source>
        <translation>Администраторам разрешено всё.</translation>
    </message>
    <message>
        <source>Only administrators change these.</source>
        <translation>Изменять эти записи могут только администраторы.</translation>
    </message>
    <message>
        <source>All staff see these: other records are made of them.</source>
        <translation>Эти записи видят все сотрудники: они используются в других записях.</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Все остальные</translation>
    </message>
    <message>
        <source>A level set here holds for all records below.</source>
        <translation>Уровень, заданный здесь, действует для всех записей ниже.</translation>
    </message>
    <message>
        <source>As for all others; set a level to make it differ.</source>
        <translation>Как для всех остальных; чтобы было иначе, задайте уровень.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Their client&apos;s</source>
        <comment>level of a right: all that belongs to their client</comment>
        <translation>Своего клиента</translation>
    </message>
</context>
<context>
    <name>crm::RoleLimit</name>
    <message>
        <source>Only clients of certain groups, and what belongs to them</source>
        <translation>Только клиенты определённых групп и всё, что к ним относится</translation>
    </message>
    <message>
        <source>No client can be seen any more: no group is named.</source>
        <translation>Ни одного клиента больше не будет видно: не названа ни одна группа.</translation>
    </message>
    <message numerus="yes">
        <source>Of clients, and of what belongs to them, only those of %n group(s) can be seen.</source>
        <translation>
            <numerusform>Из клиентов и всего, что к ним относится, останется видно только относящееся к %n группе.</numerusform>
            <numerusform>Из клиентов и всего, что к ним относится, останется видно только относящееся к %n группам.</numerusform>
            <numerusform>Из клиентов и всего, что к ним относится, останется видно только относящееся к %n группам.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::RolesPage</name>
    <message numerus="yes">
        <source>%1: none of the %n record(s) can be seen any more.</source>
        <translation>
            <numerusform>%1: %n запись больше не будет видна.</numerusform>
            <numerusform>%1: все %n записи больше не будут видны.</numerusform>
            <numerusform>%1: все %n записей больше не будут видны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of the %n record(s) only one&apos;s own can still be seen.</source>
        <translation>
            <numerusform>%1: из %n записи будут видны только свои.</numerusform>
            <numerusform>%1: из %n записей будут видны только свои.</numerusform>
            <numerusform>%1: из %n записей будут видны только свои.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of the %n record(s) only the team&apos;s can still be seen.</source>
        <translation>
            <numerusform>%1: из %n записи будут видны только записи команды.</numerusform>
            <numerusform>%1: из %n записей будут видны только записи команды.</numerusform>
            <numerusform>%1: из %n записей будут видны только записи команды.</numerusform>
        </translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Новая роль</translation>
    </message>
    <message>
        <source>Name of the role</source>
        <translation>Название роли</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Отказаться от изменений</translation>
    </message>
    <message>
        <source>Copy the role</source>
        <translation>Скопировать роль</translation>
    </message>
    <message>
        <source>Give to new people</source>
        <translation>Назначать новым пользователям</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Set the chosen cells to</source>
        <translation>Уровень для выделенных ячеек</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Клавиша %1</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>Как для всех остальных</translation>
    </message>
    <message>
        <source>Key Backspace</source>
        <translation>Клавиша Backspace</translation>
    </message>
    <message>
        <source>Administrators: they may do everything</source>
        <translation>Администраторы: им разрешено всё</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Права</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n роль</numerusform>
            <numerusform>%n роли</numerusform>
            <numerusform>%n ролей</numerusform>
        </translation>
    </message>
    <message>
        <source>Special rights</source>
        <translation>Особые права</translation>
    </message>
    <message>
        <source>Nobody has this role.</source>
        <translation>Эта роль никому не назначена.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) have this role.</source>
        <translation>
            <numerusform>Роль назначена: %1 и ещё %n человек.</numerusform>
            <numerusform>Роль назначена: %1 и ещё %n человека.</numerusform>
            <numerusform>Роль назначена: %1 и ещё %n человек.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who has this role: %1.</source>
        <translation>Роль назначена: %1.</translation>
    </message>
    <message>
        <source>New people get it</source>
        <translation>Назначается новым пользователям</translation>
    </message>
    <message>
        <source>Give its people another role first.</source>
        <translation>Сначала назначьте другую роль тем, у кого эта.</translation>
    </message>
    <message>
        <source>Discard the changes of “%1”?</source>
        <translation>Отказаться от изменений роли «%1»?</translation>
    </message>
    <message>
        <source>The rights stay as they are stored.</source>
        <translation>Права останутся такими, какими они сохранены.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>%1 — %2: %3 → %4</source>
        <comment>records, what may be done with them, level before and after</comment>
        <translation>%1 — %2: %3 → %4</translation>
    </message>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>... и ещё %n изменение</numerusform>
            <numerusform>... и ещё %n изменения</numerusform>
            <numerusform>... и ещё %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the rights of “%1”?</source>
        <translation>Сохранить права роли «%1»?</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <comment>name of a role</comment>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>Delete the role “%1”?</source>
        <translation>Удалить роль «%1»?</translation>
    </message>
    <message>
        <source>Nobody has it. It can be restored from the trash.</source>
        <translation>Она никому не назначена. Её можно восстановить из корзины.</translation>
    </message>
    <message>
        <source>The role “%1” is in the trash.</source>
        <translation>Роль «%1» перемещена в корзину.</translation>
    </message>
    <message>
        <source>The role is no longer limited to groups of clients.</source>
        <translation>Роль больше не ограничена группами клиентов.</translation>
    </message>
    <message>
        <source>Saving. All records are told apart by the groups of their clients; where there are many, this takes a while.</source>
        <translation>Сохраняется. Все записи распределяются по группам клиентов; если их много, это займёт некоторое время.</translation>
    </message>
    <message>
        <source>See and fill in: %1</source>
        <translation>Видеть и заполнять: %1</translation>
    </message>
    <message>
        <source>Run the work that is done by itself</source>
        <translation>Запускать автоматические задания</translation>
    </message>
    <message>
        <source>Merge records, and say which are no duplicates</source>
        <translation>Объединять записи и отмечать, что они не дубликаты</translation>
    </message>
    <message>
        <source>“%1”, which opens nothing any more</source>
        <translation>«%1» — больше ничего не открывает</translation>
    </message>
    <message>
        <source>The name of this right: %1</source>
        <translation>Ключ этого права: %1</translation>
    </message>
    <message>
        <source>Staff. Off: people of a client, who see only what is their client&apos;s</source>
        <translation>Сотрудники. Без отметки: люди клиента, которые видят только своё</translation>
    </message>
    <message>
        <source>%1 (deactivated)</source>
        <comment>person</comment>
        <translation>%1 (отключён)</translation>
    </message>
</context>
<context>
    <name>crm::SavedViews</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>View deleted</source>
        <translation>Вид удалён</translation>
    </message>
</context>
<context>
    <name>crm::Schema</name>
    <message>
        <source>“%1” holds no data of this program.</source>
        <translation>В файле «%1» нет данных этой программы.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of the program. Update the program to open it.</source>
        <translation>Файл «%1» записан более новой версией программы. Обновите программу, чтобы его открыть.</translation>
    </message>
    <message>
        <source>“%1” must be brought up to this version of the program, but may only be read.</source>
        <translation>Файл «%1» нужно обновить под эту версию программы, но он доступен только для чтения.</translation>
    </message>
</context>
<context>
    <name>crm::SeeAs</name>
    <message>
        <source>Only administrators may see as somebody else.</source>
        <translation>Смотреть чужими глазами могут только администраторы.</translation>
    </message>
    <message>
        <source>That is you: you see what you see. Choose somebody else.</source>
        <translation>Это вы: вы и так видите своё. Выберите другого.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Такого человека нет.</translation>
    </message>
    <message>
        <source>You see what %1 sees. Nothing can be changed here.</source>
        <translation>Вы видите то, что видит %1. Изменить здесь ничего нельзя.</translation>
    </message>
    <message>
        <source>You no longer see what %1 sees: somebody&apos;s rights have changed, or it was for too long.</source>
        <translation>Вы больше не видите то, что видит %1: чьи-то права изменились или прошло слишком много времени.</translation>
    </message>
</context>
<context>
    <name>crm::SeeablePeople</name>
    <message>
        <source>See as</source>
        <translation>Смотреть как</translation>
    </message>
    <message>
        <source>Shows what somebody with this role sees, and changes nothing. It is noted in the access log.</source>
        <translation>Показывает, что видит человек с этой ролью, и ничего не меняет. Записывается в журнал доступа.</translation>
    </message>
    <message>
        <source>Nobody else has this role</source>
        <translation>Больше ни у кого нет этой роли</translation>
    </message>
</context>
<context>
    <name>crm::ServerAddress</name>
    <message>
        <source>There is no file “%1”. The certificate comes from the server&apos;s administrator.</source>
        <translation>Файла «%1» нет. Сертификат даёт администратор сервера.</translation>
    </message>
    <message>
        <source>The certificate “%1” cannot be read: %2.</source>
        <translation>Не удаётся прочесть сертификат «%1»: %2.</translation>
    </message>
    <message>
        <source>“%1” is no certificate. The right file is called ca.pem or similar and begins with “BEGIN CERTIFICATE”.</source>
        <translation>«%1» — не сертификат. Нужный файл называется ca.pem или похоже и начинается с «BEGIN CERTIFICATE».</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1 на этом компьютере</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 на %2</translation>
    </message>
    <message>
        <source>Say where the server is: its name or address, such as crm.example.com or 192.168.1.10.</source>
        <translation>Укажите, где сервер: имя или адрес, например crm.example.com или 192.168.1.10.</translation>
    </message>
    <message>
        <source>“%1” is no name of a server. Write it without http:// and slashes, such as crm.example.com.</source>
        <translation>«%1» — не имя сервера. Напишите его без http:// и косых черт, например crm.example.com.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535, usually %1.</source>
        <translation>Порт — число от 1 до 65535, обычно %1.</translation>
    </message>
</context>
<context>
    <name>crm::ServerAdmin</name>
    <message>
        <source>“%1” answers. Enter login and password to go on.</source>
        <translation>«%1» отвечает. Чтобы продолжить, введите логин и пароль.</translation>
    </message>
    <message>
        <source>“%1” answers, and its certificate is the right one. Enter login and password to go on.</source>
        <translation>«%1» отвечает, и его сертификат верный. Чтобы продолжить, введите логин и пароль.</translation>
    </message>
    <message>
        <source>“%1” is no office of this program, or its set-up has not been finished. Check the name of the database, or ask the administrator to run: mycrmctl server init.</source>
        <translation>«%1» — не база этой программы, или её настройка не закончена. Проверьте имя базы или попросите администратора выполнить: mycrmctl server init.</translation>
    </message>
    <message>
        <source>“%1” lets %2 in.</source>
        <translation>«%1» впускает: %2.</translation>
    </message>
</context>
<context>
    <name>crm::ServerCheck</name>
    <message>
        <source>Put “%1” into the section [mariadbd] of the server&apos;s configuration and restart it.</source>
        <translation>Впишите «%1» в раздел [mariadbd] настроек сервера и перезапустите его.</translation>
    </message>
    <message>
        <source>This is no MariaDB but %1: untested. Rights and passwords work differently there.</source>
        <translation>Это не MariaDB, а %1: не проверялось. Права и пароли там устроены иначе.</translation>
    </message>
    <message>
        <source>Use MariaDB 10.6 or newer.</source>
        <translation>Используйте MariaDB 10.6 или новее.</translation>
    </message>
    <message>
        <source>The server is %1.</source>
        <translation>Сервер: %1.</translation>
    </message>
    <message>
        <source>%1 is too old: 10.6 or newer is needed.</source>
        <translation>%1 слишком стар: нужен 10.6 или новее.</translation>
    </message>
    <message>
        <source>Upgrade the server.</source>
        <translation>Обновите сервер.</translation>
    </message>
    <message>
        <source>%1 may make databases and accounts.</source>
        <translation>%1 может создавать базы и учётные записи.</translation>
    </message>
    <message>
        <source>%1 may not do everything that is needed, with the right to grant it: %2.</source>
        <translation>%1 не имеет всех нужных прав с возможностью их передавать: %2.</translation>
    </message>
    <message>
        <source>Come as root, or let root say: GRANT ALL PRIVILEGES ON *.* TO ... WITH GRANT OPTION.</source>
        <translation>Войдите как root, или пусть root выполнит: GRANT ALL PRIVILEGES ON *.* TO ... WITH GRANT OPTION.</translation>
    </message>
    <message>
        <source>The server can encrypt connections.</source>
        <translation>Сервер умеет шифровать соединения.</translation>
    </message>
    <message>
        <source>The server has no certificate: passwords and data could be read on the way.</source>
        <translation>У сервера нет сертификата: пароли и данные можно прочесть в пути.</translation>
    </message>
    <message>
        <source>On Debian: sh installer/mariadb-server.sh. Elsewhere set ssl_cert, ssl_key and ssl_ca.</source>
        <translation>В Debian: sh installer/mariadb-server.sh. В других системах задайте ssl_cert, ssl_key и ssl_ca.</translation>
    </message>
    <message>
        <source>Nobody gets in from outside without encryption.</source>
        <translation>Без шифрования снаружи не войти.</translation>
    </message>
    <message>
        <source>Other accounts of this server may come without encryption. People of the office may not, whatever stands here.</source>
        <translation>Другие учётные записи этого сервера могут входить без шифрования. Сотрудники — нет, что бы здесь ни стояло.</translation>
    </message>
    <message>
        <source>Passwords are checked by ed25519.</source>
        <translation>Пароли проверяются по ed25519.</translation>
    </message>
    <message>
        <source>The server lacks the plugin auth_ed25519, which people sign in with.</source>
        <translation>На сервере нет модуля auth_ed25519, через который входят сотрудники.</translation>
    </message>
    <message>
        <source>Install it; it belongs to the package of the server.</source>
        <translation>Установите его; он входит в пакет сервера.</translation>
    </message>
    <message>
        <source>Nobody gets in without a name.</source>
        <translation>Без имени не войти.</translation>
    </message>
    <message>
        <source>The server lets people in without a name (anonymous accounts).</source>
        <translation>Сервер впускает без имени (анонимные учётные записи).</translation>
    </message>
    <message>
        <source>Run mariadb-secure-installation, or DROP USER &apos;&apos;@&apos;localhost&apos; for each of them.</source>
        <translation>Выполните mariadb-secure-installation или DROP USER &apos;&apos;@&apos;localhost&apos; для каждой.</translation>
    </message>
    <message>
        <source>Every account has a password.</source>
        <translation>У каждой учётной записи есть пароль.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) of the server have no password.</source>
        <translation>
            <numerusform>%n учётная запись сервера без пароля.</numerusform>
            <numerusform>%n учётные записи сервера без пароля.</numerusform>
            <numerusform>%n учётных записей сервера без пароля.</numerusform>
        </translation>
    </message>
    <message>
        <source>SELECT User,Host FROM mysql.user WHERE authentication_string=&apos;&apos; shows them: give them passwords or drop them.</source>
        <translation>Их показывает SELECT User,Host FROM mysql.user WHERE authentication_string=&apos;&apos;: задайте пароли или удалите их.</translation>
    </message>
    <message>
        <source>The program may set passwords without sending them.</source>
        <translation>Программа может задавать пароли, не пересылая их.</translation>
    </message>
    <message>
        <source>A plugin wants to see new passwords in the clear, and the program never sends them so.</source>
        <translation>Модуль сервера хочет видеть новые пароли открытыми, а программа никогда их так не пересылает.</translation>
    </message>
    <message>
        <source>Search leaves no words out.</source>
        <translation>Поиск не пропускает слов.</translation>
    </message>
    <message>
        <source>The server leaves common English words out of its search.</source>
        <translation>Сервер пропускает в поиске частые английские слова.</translation>
    </message>
    <message>
        <source>Search finds short words.</source>
        <translation>Поиск находит короткие слова.</translation>
    </message>
    <message>
        <source>The server does not search for words of three letters.</source>
        <translation>Сервер не ищет слова из трёх букв.</translation>
    </message>
    <message>
        <source>Nobody can forge the time of a change.</source>
        <translation>Время изменения нельзя подделать.</translation>
    </message>
    <message>
        <source>The option sysdate-is-now lets people forge the time of their changes.</source>
        <translation>Параметр sysdate-is-now позволяет подделывать время изменений.</translation>
    </message>
    <message>
        <source>Take “sysdate-is-now” out of the server&apos;s configuration and restart it.</source>
        <translation>Уберите «sysdate-is-now» из настроек сервера и перезапустите его.</translation>
    </message>
    <message>
        <source>The watcher over long statements can run.</source>
        <translation>Наблюдатель за долгими запросами может работать.</translation>
    </message>
    <message>
        <source>The event scheduler is off: nobody would end forgotten transactions, which hold everybody up.</source>
        <translation>Планировщик событий выключен: некому завершать забытые транзакции, которые задерживают всех.</translation>
    </message>
    <message>
        <source>Values that do not fit are refused.</source>
        <translation>Значения, которые не помещаются, отклоняются.</translation>
    </message>
    <message>
        <source>sql_mode has no STRICT_TRANS_TABLES. The office sets its own, other databases may suffer.</source>
        <translation>В sql_mode нет STRICT_TRANS_TABLES. Эта база задаёт свой режим, но другие базы могут пострадать.</translation>
    </message>
    <message>
        <source>The server asks nobody for their files.</source>
        <translation>Сервер не запрашивает чужих файлов.</translation>
    </message>
    <message>
        <source>local_infile is on: a forged server could ask clients for files.</source>
        <translation>Включён local_infile: поддельный сервер мог бы запросить файлы у клиентов.</translation>
    </message>
    <message>
        <source>Address lists see addresses.</source>
        <translation>Списки адресов видят адреса.</translation>
    </message>
    <message>
        <source>The server asks for the names of those who connect: address lists then refuse everybody.</source>
        <translation>Сервер спрашивает имена подключающихся: тогда списки адресов откажут всем.</translation>
    </message>
    <message>
        <source>Large documents get through.</source>
        <translation>Большие документы проходят.</translation>
    </message>
    <message>
        <source>max_allowed_packet is below 32 MB: large documents are refused.</source>
        <translation>max_allowed_packet меньше 32 МБ: большие документы отклоняются.</translation>
    </message>
    <message>
        <source>The clocks agree.</source>
        <translation>Часы совпадают.</translation>
    </message>
    <message numerus="yes">
        <source>The clocks of the server and of this computer differ by %n minute(s).</source>
        <translation>
            <numerusform>Часы сервера и этого компьютера расходятся на %n минуту.</numerusform>
            <numerusform>Часы сервера и этого компьютера расходятся на %n минуты.</numerusform>
            <numerusform>Часы сервера и этого компьютера расходятся на %n минут.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let both follow a time server. Times of changes are the server&apos;s.</source>
        <translation>Пусть оба сверяются с сервером времени. Время изменений берётся с сервера.</translation>
    </message>
    <message>
        <source>The office “%1” is there.</source>
        <translation>База «%1» есть.</translation>
    </message>
    <message>
        <source>The database “%1” belongs to another program.</source>
        <translation>База «%1» принадлежит другой программе.</translation>
    </message>
    <message>
        <source>Choose another name for the office: --database NAME.</source>
        <translation>Выберите другое имя базы: --database ИМЯ.</translation>
    </message>
    <message>
        <source>The name “%1” is free.</source>
        <translation>Имя «%1» свободно.</translation>
    </message>
    <message>
        <source>Guessing passwords comes to an end.</source>
        <translation>Подбор паролей прекращается.</translation>
    </message>
    <message>
        <source>The server lets anybody try passwords without end.</source>
        <translation>Сервер позволяет подбирать пароли без конца.</translation>
    </message>
    <message>
        <source>This is %1: untested with MyCRM. What works on a MariaDB may not work here.</source>
        <translation>Это %1: работа с «Моей ЦРМ» не проверена. То, что работает на MariaDB, здесь может не работать.</translation>
    </message>
    <message>
        <source>The server keeps all tables at hand.</source>
        <translation>Сервер держит все таблицы под рукой.</translation>
    </message>
    <message>
        <source>table_definition_cache is below %1: with many people at work the server opens the same tables again and again.</source>
        <translation>table_definition_cache меньше %1: когда работают многие, сервер снова и снова открывает одни и те же таблицы.</translation>
    </message>
</context>
<context>
    <name>crm::ServerErrors</name>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>The server of “%1” offers no encryption, so nothing was sent to it. Ask its administrator.</source>
        <translation>Сервер «%1» не предлагает шифрования, поэтому ему ничего не отправлено. Обратитесь к его администратору.</translation>
    </message>
    <message>
        <source>The server of “%1” shows a certificate for another name, so nothing was sent to it. Use the name that the certificate was made for, or ask the administrator.</source>
        <translation>Сервер «%1» показывает сертификат на другое имя, поэтому ему ничего не отправлено. Используйте имя из сертификата или обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The certificate of “%1” has expired, so nothing was sent to the server. Ask its administrator.</source>
        <translation>Срок сертификата «%1» истёк, поэтому серверу ничего не отправлено. Обратитесь к его администратору.</translation>
    </message>
    <message>
        <source>The certificate of “%1” was not signed by the authority that this connection trusts, so nothing was sent to the server. Choose the certificate file that its administrator gave you.</source>
        <translation>Сертификат «%1» подписан не тем центром, которому доверяет это подключение, поэтому серверу ничего не отправлено. Выберите файл сертификата, который дал администратор.</translation>
    </message>
    <message>
        <source>No encrypted connection with “%1” came about, so nothing was sent to the server.</source>
        <translation>Зашифрованное соединение с «%1» не состоялось, поэтому серверу ничего не отправлено.</translation>
    </message>
    <message>
        <source>There is no server of that name: “%1”. Check the address and the network.</source>
        <translation>Сервера с таким именем нет: «%1». Проверьте адрес и сеть.</translation>
    </message>
    <message>
        <source>“%1” takes no connections from this computer. Ask the administrator.</source>
        <translation>«%1» не принимает подключений с этого компьютера. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>“%1” does not answer. Check the address and the network.</source>
        <translation>«%1» не отвечает. Проверьте адрес и сеть.</translation>
    </message>
    <message>
        <source>“%1” cannot be reached: nobody takes calls there. Check the address and the port; the server may not be running.</source>
        <translation>«%1» недоступен: там никто не принимает подключений. Проверьте адрес и порт; возможно, сервер не запущен.</translation>
    </message>
    <message>
        <source>“%1” took the call and closed it at once. Check the address and the port; the server may just be starting.</source>
        <translation>«%1» принял подключение и сразу закрыл. Проверьте адрес и порт; возможно, сервер ещё запускается.</translation>
    </message>
    <message>
        <source>What answers at “%1” is no MariaDB server. Check the address and the port.</source>
        <translation>По адресу «%1» отвечает не сервер MariaDB. Проверьте адрес и порт.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Неверный логин или пароль.</translation>
    </message>
    <message>
        <source>This account is locked. Ask an administrator.</source>
        <translation>Эта учётная запись заблокирована. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The password of this account has expired. Ask an administrator for a new one.</source>
        <translation>Срок пароля этой учётной записи истёк. Попросите у администратора новый.</translation>
    </message>
    <message>
        <source>There is no such database: “%1”. Check its name.</source>
        <translation>Такой базы нет: «%1». Проверьте имя.</translation>
    </message>
    <message>
        <source>This account has no right to “%1”, or there is no such database.</source>
        <translation>У этой учётной записи нет прав на «%1», или такой базы нет.</translation>
    </message>
    <message>
        <source>The server does not let this account do that.</source>
        <translation>Сервер не разрешает это этой учётной записи.</translation>
    </message>
    <message>
        <source>“%1” has too many connections just now. Try again in a moment.</source>
        <translation>У «%1» сейчас слишком много подключений. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>Others are working on the same records just now. Try again in a moment.</source>
        <translation>С теми же записями сейчас работают другие. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The disk of the server is full: nothing was saved. Tell the administrator.</source>
        <translation>Диск сервера заполнен: ничего не сохранено. Сообщите администратору.</translation>
    </message>
    <message>
        <source>This is more than the server takes at once (max_allowed_packet).</source>
        <translation>Это больше, чем сервер принимает за один раз (max_allowed_packet).</translation>
    </message>
    <message>
        <source>The connection with “%1” was lost. What was not confirmed may not have been saved.</source>
        <translation>Связь с «%1» прервалась. То, что не было подтверждено, могло не сохраниться.</translation>
    </message>
    <message>
        <source>The data contradicts other records, so nothing was saved.</source>
        <translation>Данные противоречат другим записям, поэтому ничего не сохранено.</translation>
    </message>
    <message>
        <source>The server refused a request of the program.</source>
        <translation>Сервер отклонил запрос программы.</translation>
    </message>
    <message>
        <source>The name or the password is wrong. If both are right, the account was not made for ed25519: “%1” then asks for the password in a way that is not safe, so it was not sent. Ask the administrator.</source>
        <translation>Неверное имя или пароль. Если они верны, учётная запись создана не для ed25519: тогда «%1» спрашивает пароль небезопасным способом, поэтому он не был отправлен. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid yet, so nothing was sent to the server. Check the clock of this computer.</source>
        <translation>Сертификат «%1» ещё не действует, поэтому серверу ничего не отправлено. Проверьте часы этого компьютера.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: the server has closed this account. An administrator opens it again by setting a new password.</source>
        <translation>Слишком много неверных паролей: сервер закрыл эту учётную запись. Администратор откроет её, задав новый пароль.</translation>
    </message>
    <message>
        <source>The server does not let this account do that. If this program is newer than the office, an administrator has to run: mycrmctl server upgrade.</source>
        <translation>Сервер не разрешает это учётной записи. Если программа новее офиса, администратору нужно выполнить: mycrmctl server upgrade.</translation>
    </message>
    <message>
        <source>The office on “%1” does not know all that this program brings along. An administrator has to bring it up to this version (mycrmctl server upgrade); until then, use the version that the office uses.</source>
        <translation>Офис на «%1» знает не всё, что есть в этой программе. Администратору нужно обновить его до этой версии (mycrmctl server upgrade); до тех пор пользуйтесь той версией, что и офис.</translation>
    </message>
    <message>
        <source>“%1” takes no changes just now, and signing in is one; nothing was saved. It may be a copy of the office for reports: then connect to the first server. Or ask the administrator.</source>
        <translation>«%1» сейчас не принимает изменений, а вход — тоже изменение; ничего не сохранено. Возможно, это копия офиса для отчётов: тогда подключитесь к основному серверу. Или обратитесь к администратору.</translation>
    </message>
</context>
<context>
    <name>crm::ServerNames</name>
    <message>
        <source>The name of a database on a server is made of small Latin letters, digits and underscores, starts with a letter and has at most 41 characters.</source>
        <translation>Имя базы на сервере состоит из строчных латинских букв, цифр и подчёркиваний, начинается с буквы и не длиннее 41 знака.</translation>
    </message>
    <message>
        <source>“%1” is a database of the server itself.</source>
        <translation>«%1» — база самого сервера.</translation>
    </message>
</context>
<context>
    <name>crm::ServerRefusal</name>
    <message>
        <source>The server refused this.</source>
        <translation>Сервер отказал.</translation>
    </message>
</context>
<context>
    <name>crm::ServerRepository</name>
    <message>
        <source>%1: please fill this in.</source>
        <translation>%1: заполните это поле.</translation>
    </message>
    <message>
        <source>%1: the server does not accept this value.</source>
        <translation>%1: сервер не принимает это значение.</translation>
    </message>
    <message>
        <source>The server does not accept these values.</source>
        <translation>Сервер не принимает эти значения.</translation>
    </message>
    <message>
        <source>Your role does not let you do this.</source>
        <translation>Ваша роль этого не разрешает.</translation>
    </message>
    <message>
        <source>Somebody else has changed “%1” meanwhile.</source>
        <translation>Запись «%1» за это время изменил кто-то другой.</translation>
    </message>
    <message>
        <source>“%1” can no longer be changed.</source>
        <translation>«%1» больше нельзя изменить.</translation>
    </message>
    <message>
        <source>The server has ended the session.</source>
        <translation>Сервер завершил сеанс.</translation>
    </message>
    <message>
        <source>From this computer&apos;s address you may not sign in. Ask an administrator.</source>
        <translation>С адреса этого компьютера входить нельзя. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your account has been deactivated. Ask an administrator.</source>
        <translation>Ваша учётная запись отключена. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>An administrator is working on the database. Nothing can be saved until that is done.</source>
        <translation>Администратор работает с базой. До окончания сохранять нельзя.</translation>
    </message>
    <message>
        <source>Others are saving the same records. Try again in a moment.</source>
        <translation>Те же записи сохраняют другие. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>Somebody must remain who can administer the program. Make another active person an administrator first.</source>
        <translation>В программе должен остаться хотя бы один администратор. Сначала сделайте администратором другого сотрудника, которому разрешён вход.</translation>
    </message>
    <message>
        <source>The server did not say who has signed in.</source>
        <translation>Сервер не сообщил, кто вошёл.</translation>
    </message>
    <message>
        <source>The database on the server is not complete.</source>
        <translation>База на сервере неполна.</translation>
    </message>
    <message>
        <source>The fields of these records have been changed meanwhile. Open the record once more, then save; if that does not help, update the program.</source>
        <translation>Поля этих записей тем временем изменились. Откройте запись ещё раз и сохраните; если не поможет, обновите программу.</translation>
    </message>
    <message>
        <source>This program and the office are of different versions, so this cannot be saved. Update the program; if it is newer than the office, an administrator has to run: mycrmctl server upgrade.</source>
        <translation>Версии программы и офиса различаются, поэтому сохранить это нельзя. Обновите программу; если она новее офиса, администратору нужно выполнить: mycrmctl server upgrade.</translation>
    </message>
    <message>
        <source>The office has not been upgraded to this version of the program yet. An administrator does that with: mycrmctl server upgrade. Until then, use the version that the office uses.</source>
        <translation>Офис ещё не обновлён до этой версии программы. Администратор делает это командой: mycrmctl server upgrade. До тех пор пользуйтесь той версией, что и офис.</translation>
    </message>
    <message>
        <source>Your office uses a newer version of the program. Update this one.</source>
        <translation>В вашем офисе более новая версия программы. Обновите эту.</translation>
    </message>
    <message>
        <source>The office cannot do this yet. If this program is newer than the office, an administrator has to run: mycrmctl server upgrade.</source>
        <translation>Офис этого ещё не умеет. Если программа новее офиса, администратору нужно выполнить: mycrmctl server upgrade.</translation>
    </message>
    <message>
        <source>“%1” is no office of this program, or its set-up has not been finished. Check the name of the database, or ask the administrator to run: mycrmctl server init.</source>
        <translation>«%1» — не офис этой программы, или его создание не закончено. Проверьте имя базы данных или попросите администратора выполнить: mycrmctl server init.</translation>
    </message>
</context>
<context>
    <name>crm::ServerSetup</name>
    <message>
        <source>A login is made of small Latin letters, digits, dots, hyphens and underscores, such as anna.petrova.</source>
        <translation>Логин состоит из строчных латинских букв, цифр, точек, дефисов и подчёркиваний, например anna.petrova.</translation>
    </message>
    <message>
        <source>The MariaDB has an account “%1” of another program already. Choose another login for the administrator.</source>
        <translation>На MariaDB уже есть учётная запись «%1» другой программы. Выберите другой логин администратора.</translation>
    </message>
    <message>
        <source>The program brings no roles along, so nobody could sign in.</source>
        <translation>В программе не заданы роли, поэтому никто не смог бы войти.</translation>
    </message>
    <message>
        <source>Install the server&apos;s plugin auth_ed25519, which passwords are checked with.</source>
        <translation>Подключить модуль сервера auth_ed25519, которым проверяются пароли.</translation>
    </message>
    <message>
        <source>Make the databases %1 (views and procedures, for people) and %2 (tables, for nobody).</source>
        <translation>Создать базы %1 (представления и процедуры, для сотрудников) и %2 (таблицы, ни для кого).</translation>
    </message>
    <message numerus="yes">
        <source>Make %n table(s).</source>
        <translation>
            <numerusform>Создать %n таблицу.</numerusform>
            <numerusform>Создать %n таблицы.</numerusform>
            <numerusform>Создать %n таблиц.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n view(s) that show everybody what their role allows.</source>
        <translation>
            <numerusform>Создать %n представление, которое показывает каждому то, что разрешает роль.</numerusform>
            <numerusform>Создать %n представления, которые показывают каждому то, что разрешает роль.</numerusform>
            <numerusform>Создать %n представлений, которые показывают каждому то, что разрешает роль.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make two locked accounts, %1_definer and %1_keeper, in whose name views and procedures work.</source>
        <translation>Создать две заблокированные учётные записи, %1_definer и %1_keeper, от имени которых работают представления и процедуры.</translation>
    </message>
    <message>
        <source>Leave tables, views and procedures as they are: they are up to date.</source>
        <translation>Оставить таблицы, представления и процедуры как есть: они не требуют обновления.</translation>
    </message>
    <message>
        <source>Bring tables, views and procedures of %1 up to this program. Nothing is deleted.</source>
        <translation>Обновить таблицы, представления и процедуры %1 до этой программы. Ничего не удаляется.</translation>
    </message>
    <message>
        <source>Make the account %1, for upgrades and plugins.</source>
        <translation>Создать учётную запись %1 для обновлений и плагинов.</translation>
    </message>
    <message>
        <source>Make the account %1, for jobs and backups.</source>
        <translation>Создать учётную запись %1 для заданий и резервных копий.</translation>
    </message>
    <message>
        <source>Add the first roles, statuses, units and so on, and %1 as the first administrator.</source>
        <translation>Добавить первые роли, статусы, единицы и прочее, а также %1 как первого администратора.</translation>
    </message>
    <message>
        <source>Let people come without encryption, as you wish: passwords and data can be read on the way.</source>
        <translation>Впускать без шифрования, как вы пожелали: пароли и данные можно прочесть в пути.</translation>
    </message>
    <message>
        <source>Let people come over encrypted connections only.</source>
        <translation>Впускать только по зашифрованным соединениям.</translation>
    </message>
    <message>
        <source>An earlier set-up was interrupted with another administrator. Run: mycrmctl server rescue --admin %1</source>
        <translation>Прежняя настройка прервана с другим администратором. Выполните: mycrmctl server rescue --admin %1</translation>
    </message>
    <message>
        <source>There is no office “%1” on this server.</source>
        <translation>На этом сервере нет базы «%1».</translation>
    </message>
    <message>
        <source>The office has no role of administrators any more. Restore a backup.</source>
        <translation>В базе больше нет роли администраторов. Восстановите резервную копию.</translation>
    </message>
</context>
<context>
    <name>crm::ServerUpgrade</name>
    <message>
        <source>Cancelled. Run it again to finish the office.</source>
        <translation>Отменено. Запустите ещё раз, чтобы закончить базу.</translation>
    </message>
    <message>
        <source>The office “%1” belongs to a newer version of the program. Install that version here.</source>
        <translation>База «%1» принадлежит более новой версии программы. Установите здесь эту версию.</translation>
    </message>
    <message>
        <source>The office “%1” was brought up to version %2 already; this is %3. Use that version here.</source>
        <translation>Офис «%1» уже обновлён до версии %2, а эта — %3. Установите здесь ту версию.</translation>
    </message>
    <message>
        <source>The office “%1” holds what this program does not know: %2. It comes from a newer version or from a plugin that is missing here. Nothing was changed; install that first.</source>
        <translation>В офисе «%1» есть то, чего эта программа не знает: %2. Это из более новой версии или из расширения, которого здесь нет. Ничего не изменено; сначала установите их.</translation>
    </message>
    <message>
        <source>Somebody is in the middle of a long piece of work on “%1”. Try again later; `mycrmctl server people` shows who is connected.</source>
        <translation>Кто-то выполняет в «%1» долгую работу. Повторите позже; кто подключён, покажет `mycrmctl server people`.</translation>
    </message>
    <message>
        <source>%1 The upgrade of “%2” is half done: people can read, but not save. Run it again.</source>
        <translation>%1 Обновление «%2» сделано наполовину: читать можно, сохранять нельзя. Запустите его ещё раз.</translation>
    </message>
    <message>
        <source>Somebody else is setting up or upgrading “%1”. Try again when they are done.</source>
        <translation>Кто-то другой создаёт или обновляет «%1». Повторите, когда он закончит.</translation>
    </message>
    <message>
        <source>There is no office “%1” on this server, or this account may not upgrade it. Come as %2.</source>
        <translation>На этом сервере нет офиса «%1», или этой учётной записи нельзя его обновлять. Войдите как %2.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Отменено. Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>crm::Session</name>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>The program made a mistake; nothing was saved.</source>
        <translation>В программе произошла ошибка; ничего не сохранено.</translation>
    </message>
    <message>
        <source>“%1” does not answer. Check the network.</source>
        <translation>«%1» не отвечает. Проверьте сеть.</translation>
    </message>
</context>
<context>
    <name>crm::SettingsPage</name>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиолетовый</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Розовый</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевый</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Бирюзовый</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>Qt %1, SQLite, libsodium</source>
        <translation>Qt %1, SQLite, libsodium</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Системная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Акцентный цвет</translation>
    </message>
    <message>
        <source>Of main buttons, the current tab and links.</source>
        <translation>Цвет главных кнопок, текущей вкладки и ссылок.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Свободная</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Компактная</translation>
    </message>
    <message>
        <source>Density of lists</source>
        <translation>Плотность списков</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Вы вошли как %1.</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>Пользователи и пароли</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Who may sign in. Roles and teams are lists in the sidebar.</source>
        <translation>Кто может входить в программу. Роли и команды — это списки в боковой панели.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показать папку</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Файл базы данных</translation>
    </message>
    <message>
        <source>Who can read it</source>
        <translation>Кто может его прочитать</translation>
    </message>
    <message>
        <source>Roles and passwords hold inside the program. Whoever may open the file itself can read it with other tools: keep it in a folder that only you and your colleagues may enter.</source>
        <translation>Роли и пароли действуют только внутри программы. Тот, кто может открыть сам файл, прочтёт его и другими средствами: храните его в папке, доступной только вам и вашим коллегам.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Database on a server</source>
        <translation>База данных на сервере</translation>
    </message>
    <message>
        <source>The server itself gives everybody what their role allows, whatever program asks.</source>
        <translation>Сервер сам даёт каждому то, что разрешает роль, какая бы программа ни спрашивала.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not verified: whoever can listen on the way reads passwords and data.</source>
        <translation>Сертификат сервера не проверен: тот, кто может слушать сеть, прочтёт пароли и данные.</translation>
    </message>
    <message>
        <source>Upgrade the office...</source>
        <translation>Обновить базу офиса...</translation>
    </message>
    <message>
        <source>Version of the office</source>
        <translation>Версия базы офиса</translation>
    </message>
    <message>
        <source>After an update of the program, or with a new plugin, the office is brought up to it once, by the account that owns its tables. mycrmctl server upgrade does the same.</source>
        <translation>После обновления программы или с новым дополнением базу офиса один раз приводят к новой версии — от имени учётной записи, которой принадлежат таблицы. То же делает mycrmctl server upgrade.</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Плавность работы</translation>
    </message>
    <message>
        <source>The window has not stood still for 50 ms since the start.</source>
        <translation>С запуска окно ни разу не замирало на 50 мс.</translation>
    </message>
    <message numerus="yes">
        <source>The window stood still for 50 ms or more %n time(s) since the start, at most %1 ms (%2).</source>
        <translation>
            <numerusform>С запуска окно %n раз замирало на 50 мс и дольше, самое долгое — %1 мс (%2).</numerusform>
            <numerusform>С запуска окно %n раза замирало на 50 мс и дольше, самое долгое — %1 мс (%2).</numerusform>
            <numerusform>С запуска окно %n раз замирало на 50 мс и дольше, самое долгое — %1 мс (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>Let the system tell of them too</source>
        <translation>Показывать и уведомлением системы</translation>
    </message>
    <message>
        <source>While another program is in front, what becomes due appears among the notices of the system, if it has any. Of this computer alone.</source>
        <translation>Пока впереди другая программа, сработавшее напоминание появляется среди уведомлений системы, если они в ней есть. Только на этом компьютере.</translation>
    </message>
</context>
<context>
    <name>crm::Settle</name>
    <message>
        <source>“%1” has been deleted</source>
        <translation>«%1»: запись удалена</translation>
    </message>
    <message>
        <source>It was moved to the trash meanwhile, so your change is not saved.</source>
        <translation>Тем временем запись переместили в корзину, поэтому ваше изменение не сохранено.</translation>
    </message>
    <message>
        <source>Restore and save</source>
        <translation>Восстановить и сохранить</translation>
    </message>
    <message>
        <source>Leave it deleted</source>
        <translation>Оставить удалённой</translation>
    </message>
</context>
<context>
    <name>crm::SetupPage</name>
    <message>
        <source>Start my own</source>
        <translation>Создать свою базу</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Everything lies in this one file. A network share will not do: files there get damaged when two computers write.</source>
        <translation>Всё хранится в этом одном файле. Сетевая папка не подойдёт: файлы там повреждаются, когда в них пишут два компьютера.</translation>
    </message>
    <message>
        <source>Currency of the company</source>
        <translation>Валюта компании</translation>
    </message>
    <message>
        <source>Documents may use others too.</source>
        <translation>В документах можно использовать и другие.</translation>
    </message>
    <message>
        <source>Language of statuses and lists</source>
        <translation>Язык статусов и списков</translation>
    </message>
    <message>
        <source>They can be renamed later.</source>
        <translation>Их можно переименовать позже.</translation>
    </message>
    <message>
        <source>You, the administrator</source>
        <translation>Вы — администратор</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>Пароль (необязательно)</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Without one the file opens by itself, until there is a second person.</source>
        <translation>Без пароля файл открывается сразу, пока в базе не появится второй пользователь.</translation>
    </message>
    <message>
        <source>Passwords and roles hold inside the program. Whoever may open the file itself can read it with other tools: keep it in a folder of your own.</source>
        <translation>Пароли и роли действуют только внутри программы. Тот, кто может открыть сам файл, прочтёт его и другими средствами: храните его в своей личной папке.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Create the database</source>
        <translation>Создать базу данных</translation>
    </message>
    <message>
        <source>My company</source>
        <translation>Моя компания</translation>
    </message>
    <message>
        <source>Where shall the database be?</source>
        <translation>Где разместить базу данных?</translation>
    </message>
    <message>
        <source>MyCRM databases (*.mycrm)</source>
        <translation>Базы данных «Моя ЦРМ» (*.mycrm)</translation>
    </message>
    <message>
        <source>Say where the file shall be.</source>
        <translation>Укажите, где будет лежать файл.</translation>
    </message>
    <message>
        <source>This is a folder. Add a file name.</source>
        <translation>Это папка. Добавьте имя файла.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name, or open that file instead.</source>
        <translation>Файл с таким именем уже есть. Выберите другое имя или откройте этот файл.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>Папки «%1» нет.</translation>
    </message>
    <message>
        <source>You may not write into the folder “%1”.</source>
        <translation>У вас нет права записи в папку «%1».</translation>
    </message>
    <message>
        <source>Small Latin letters, digits, dots, hyphens and underscores, such as anna.petrova.</source>
        <translation>Строчные латинские буквы, цифры, точки, дефисы и подчёркивания, например anna.petrova.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Пароли не совпадают.</translation>
    </message>
</context>
<context>
    <name>crm::ShopPage</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search in the shop window</source>
        <translation>Поиск по витрине</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь ничего нет</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Makes it of what is in the cart, and opens it (Ctrl+S)</source>
        <translation>Создать из корзины и открыть (Ctrl+S)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Leave the cart?</source>
        <translation>Закрыть корзину?</translation>
    </message>
    <message>
        <source>What is in it is lost.</source>
        <translation>Её содержимое будет потеряно.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The cart is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>Add goods with the plus on their card, by Enter or by a double click.</source>
        <translation>Добавляйте товары плюсом на карточке, клавишей Enter или двойным щелчком.</translation>
    </message>
    <message>
        <source>+ and − change the quantity, Del or the menu takes the line out.</source>
        <translation>+ и − меняют количество, Del или меню убирают строку.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Try other words or another category.</source>
        <translation>Попробуйте другие слова или другую категорию.</translation>
    </message>
</context>
<context>
    <name>crm::ShortcutsModel</name>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Group</source>
        <comment>of commands</comment>
        <translation>Группа</translation>
    </message>
</context>
<context>
    <name>crm::ShortcutsPage</name>
    <message>
        <source>Press the new keys</source>
        <translation>Нажмите новое сочетание</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Как было</translation>
    </message>
    <message>
        <source>All as they were</source>
        <translation>Вернуть все</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Choose a command and press Enter, then the new keys. Del takes them away. What you have changed is in bold.</source>
        <translation>Выберите команду, нажмите Enter, затем новое сочетание. Del убирает его. Изменённое выделено жирным.</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>Найти команду или клавиши</translation>
    </message>
    <message>
        <source>“%1” cannot be a shortcut. %2</source>
        <translation>«%1» не может быть сочетанием. %2</translation>
    </message>
    <message>
        <source>“%1” does something already</source>
        <translation>«%1» уже занято</translation>
    </message>
    <message>
        <source>“%1” would no longer have a shortcut.</source>
        <translation>У команды «%1» больше не будет сочетания.</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Назначить сюда</translation>
    </message>
</context>
<context>
    <name>crm::Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Рабочий стол</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Settings of the office</source>
        <translation>Настройки офиса</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Избранное</translation>
    </message>
</context>
<context>
    <name>crm::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Choose another database</source>
        <translation>Выбрать другую базу данных</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Выполняется вход…</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Введите логин.</translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keychain</source>
        <translation>Хранить пароль в системной связке ключей</translation>
    </message>
</context>
<context>
    <name>crm::SignaturePad</name>
    <message>
        <source>typed</source>
        <comment>a signature</comment>
        <translation>введено с клавиатуры</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>Распишитесь здесь</translation>
    </message>
</context>
<context>
    <name>crm::StepRow</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Шаг %1 из %2: %3</translation>
    </message>
</context>
<context>
    <name>crm::StrengthBar</name>
    <message>
        <source>Weak</source>
        <translation>Слабый</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Средний</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Хороший</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Надёжный</translation>
    </message>
</context>
<context>
    <name>crm::Summary</name>
    <message>
        <source>These amounts are too large to be added up.</source>
        <translation>Эти суммы слишком велики, чтобы их сложить.</translation>
    </message>
    <message>
        <source>There is no such way to put it together: %1.</source>
        <translation>Такого способа группировки нет: %1.</translation>
    </message>
</context>
<context>
    <name>crm::SummaryChart</name>
    <message>
        <source>Chart</source>
        <translation>Диаграмма</translation>
    </message>
</context>
<context>
    <name>crm::SummaryModel</name>
    <message>
        <source>A record that you may not see</source>
        <translation>Запись, которую вам не видно</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>%1: a double click or Enter shows the records behind it</source>
        <translation>%1: двойной щелчок или Enter покажет записи, из которых сложена сумма</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>crm::SummaryPage</name>
    <message>
        <source>Nothing in this period</source>
        <translation>За этот период ничего нет</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Показать за всё время</translation>
    </message>
    <message>
        <source>How it is put together</source>
        <translation>Как сгруппировать</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>Предыдущий период</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>Следующий период</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Сохранить как...</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>Двенадцать месяцев</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Квартал</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>The whole time</source>
        <translation>Всё время</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the first and the last day of a period</comment>
        <translation>с %1 по %2</translation>
    </message>
    <message>
        <source>Your role does not show: %1. They are not in these numbers.</source>
        <translation>Ваша роль не показывает: %1. В этих суммах их нет.</translation>
    </message>
    <message>
        <source>There are more of them: these are the ones with the most records.</source>
        <translation>Их больше: показаны те, у кого больше всего записей.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the summary as</source>
        <translation>Сохранить сводку как</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>Книга Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
</context>
<context>
    <name>crm::TabArea</name>
    <message>
        <source>Open pages</source>
        <translation>Открытые страницы</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (не сохранено)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Закрыть остальные</translation>
    </message>
    <message>
        <source>Close those to the right</source>
        <translation>Закрыть вкладки справа</translation>
    </message>
    <message>
        <source>Move to a window of its own</source>
        <translation>Вынести в отдельное окно</translation>
    </message>
</context>
<context>
    <name>crm::TextCondition</name>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>не равно</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>заполнено</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Условие</translation>
    </message>
</context>
<context>
    <name>crm::TextEditor</name>
    <message>
        <source>1:30</source>
        <translation>1:30</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Открыть страницу</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Написать письмо</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>The system has no program for %1</source>
        <translation>В системе нет программы, чтобы открыть %1</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s) fit here: the rest was left out.</source>
        <translation>
            <numerusform>Помещается не больше %n символа: остальное отброшено.</numerusform>
            <numerusform>Помещается не больше %n символов: остальное отброшено.</numerusform>
            <numerusform>Помещается не больше %n символов: остальное отброшено.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::TextInput</name>
    <message>
        <source>This is not a text file. Export it as CSV or JSON from the program that made it.</source>
        <translation>Это не текстовый файл. Выгрузите данные в CSV или JSON из программы, которая его создала.</translation>
    </message>
    <message>
        <source>a workbook or an archive (xlsx, ods, zip)</source>
        <translation>электронная таблица или архив (xlsx, ods, zip)</translation>
    </message>
    <message>
        <source>an old Excel workbook (xls)</source>
        <translation>старая книга Excel (xls)</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>a compressed file (gz)</source>
        <translation>сжатый файл (gz)</translation>
    </message>
    <message>
        <source>This is %1, not a text file. Save it as CSV and import that.</source>
        <translation>Это %1, а не текстовый файл. Сохраните данные как CSV и импортируйте их.</translation>
    </message>
    <message>
        <source>The file is UTF-32. Save it as UTF-8 and import that.</source>
        <translation>Файл в кодировке UTF-32. Сохраните его в UTF-8 и импортируйте.</translation>
    </message>
    <message>
        <source>The file cannot be read on: %1.</source>
        <translation>Не удалось прочитать файл дальше: %1.</translation>
    </message>
    <message>
        <source>here are bytes that are not UTF-8. Save the file as UTF-8, or name its encoding (%1).</source>
        <translation>здесь есть байты не в кодировке UTF-8. Сохраните файл в UTF-8 или укажите его кодировку (%1).</translation>
    </message>
    <message>
        <source>the file ends in the middle of a character: it was cut off.</source>
        <translation>файл кончается посреди символа: он обрезан.</translation>
    </message>
    <message>
        <source>here is a byte (%1) that %2 does not have. Name the file&apos;s encoding (%3).</source>
        <translation>здесь стоит байт (%1), которого нет в %2. Укажите кодировку файла (%3).</translation>
    </message>
</context>
<context>
    <name>crm::ThreadPanel</name>
    <message>
        <source>Write a comment. Ctrl+Enter sends it.</source>
        <translation>Напишите комментарий. Ctrl+Enter — отправить.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>Комментарий, автор: %1</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Комментарий удалён</translation>
    </message>
    <message>
        <source>Write a comment. @ calls a colleague, Ctrl+Enter sends it.</source>
        <translation>Напишите комментарий. @ — упомянуть коллегу, Ctrl+Enter — отправить.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Кто-то</translation>
    </message>
    <message>
        <source>Not told, because they do not see this record: %1</source>
        <translation>Не узнают об упоминании, так как не видят эту запись: %1</translation>
    </message>
</context>
<context>
    <name>crm::TickList</name>
    <message>
        <source>What is to be done? Enter adds it</source>
        <translation>Что нужно сделать? Enter — записать</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Новая запись: %1</translation>
    </message>
    <message>
        <source>Nothing is left to be done.</source>
        <translation>Все дела сделаны.</translation>
    </message>
    <message>
        <source>Show the whole list</source>
        <translation>Показать весь список</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is to be done, from which day on</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Удалено: %1</translation>
    </message>
</context>
<context>
    <name>crm::Toast</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>crm::Tones</name>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Янтарный</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевый</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Фиолетовый</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Бирюзовый</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Розовый</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Жёлтый</translation>
    </message>
</context>
<context>
    <name>crm::TopBar</name>
    <message>
        <source>Show or hide the places</source>
        <translation>Показать или скрыть боковую панель</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Поиск или команда</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Create something new (%1)</source>
        <translation>Создать запись (%1)</translation>
    </message>
    <message>
        <source>%1: settings and signing out</source>
        <translation>%1: параметры и выход</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Добавить в избранное</translation>
    </message>
    <message>
        <source>Take from favourites</source>
        <translation>Убрать из избранного</translation>
    </message>
    <message>
        <source>Keep in sight at the side</source>
        <translation>Держать на виду сбоку</translation>
    </message>
</context>
<context>
    <name>crm::Tour</name>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Не удалось создать папку «%1».</translation>
    </message>
    <message>
        <source>The picture “%1” cannot be written.</source>
        <translation>Не удалось записать снимок «%1».</translation>
    </message>
    <message>
        <source>“office.mycrm” is no database of this program.</source>
        <translation>«office.mycrm» — не база данных этой программы.</translation>
    </message>
    <message>
        <source>Client deleted</source>
        <translation>Клиент удалён</translation>
    </message>
    <message>
        <source>Delete 42 clients?</source>
        <translation>Удалить 42 клиента?</translation>
    </message>
    <message>
        <source>They go to the trash with everything that hangs on them.</source>
        <translation>Они попадут в корзину вместе со всем, что к ним относится.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The window stood still %1 times for 16 ms or more, %2 times for 50 ms or more; at most %3 ms. Switching theme or language took at most %4 ms. Memory: %5 MB.</source>
        <translation>Окно замирало на 16 мс и дольше: %1, на 50 мс и дольше: %2; самое долгое: %3 мс. Смена темы или языка: не дольше %4 мс. Память: %5 МБ.</translation>
    </message>
</context>
<context>
    <name>crm::TrashPage</name>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Корзина пуста</translation>
    </message>
    <message>
        <source>What you delete comes here and can be restored with everything that hangs on it.</source>
        <translation>Всё удалённое попадает сюда, и его можно восстановить вместе со всем, что к нему относится.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in the trash</source>
        <translation>
            <numerusform>В корзине %n запись</numerusform>
            <numerusform>В корзине %n записи</numerusform>
            <numerusform>В корзине %n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n record(s) for good?</source>
        <translation>
            <numerusform>Удалить навсегда %n запись?</numerusform>
            <numerusform>Удалить навсегда %n записи?</numerusform>
            <numerusform>Удалить навсегда %n записей?</numerusform>
        </translation>
    </message>
    <message>
        <source>They and everything that hangs on them cannot be brought back.</source>
        <translation>Вернуть удалённое и всё, что к нему относится, будет нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n record(s) of the trash; there are more</source>
        <translation>
            <numerusform>Последняя %n запись корзины; есть и другие</numerusform>
            <numerusform>Последние %n записи корзины; есть и другие</numerusform>
            <numerusform>Последние %n записей корзины; есть и другие</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) restored</source>
        <translation>
            <numerusform>Восстановлена %n запись</numerusform>
            <numerusform>Восстановлены %n записи</numerusform>
            <numerusform>Восстановлено %n записей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crm::UiRegistry</name>
    <message>
        <source>&quot;%1&quot; is no proper key; it has to look like extension.name.</source>
        <translation>Ключ «%1» не подходит: он должен выглядеть как extension.name.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is taken already.</source>
        <translation>Ключ «%1» уже занят.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no label, or does nothing.</source>
        <translation>«%1»: нет названия или действия.</translation>
    </message>
    <message>
        <source>It stopped with an error of an unknown kind.</source>
        <translation>Работа прервана неизвестной ошибкой.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be shown. %2</source>
        <translation>Не удалось показать «%1». %2</translation>
    </message>
    <message>
        <source>The plugin made nothing to show.</source>
        <translation>Показывать нечего: содержимое не создано.</translation>
    </message>
</context>
<context>
    <name>crm::UndoRecords</name>
    <message>
        <source>“%1” has been changed since. Undo all the same?</source>
        <translation>Запись «%1» с тех пор изменили. Всё равно отменить?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) have been changed since. Undo these all the same?</source>
        <translation>
            <numerusform>%n запись с тех пор изменили. Всё равно отменить?</numerusform>
            <numerusform>%n записи с тех пор изменили. Всё равно отменить?</numerusform>
            <numerusform>%n записей с тех пор изменили. Всё равно отменить?</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the changes</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>crm::UnknownValuesModel</name>
    <message>
        <source>it is added</source>
        <translation>добавить</translation>
    </message>
    <message>
        <source>it means something known</source>
        <translation>считать тем, что уже есть</translation>
    </message>
    <message>
        <source>its rows are refused</source>
        <translation>отклонить строки</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>a new entry</source>
        <translation>новая запись</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are called so</source>
        <translation>
            <numerusform>так называется %n запись</numerusform>
            <numerusform>так называются %n записи</numerusform>
            <numerusform>так называются %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>(the same in all rows)</source>
        <translation>(одно для всех строк)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Что это значит</translation>
    </message>
</context>
<context>
    <name>crm::UnknownValuesView</name>
    <message>
        <source>Values that are not known</source>
        <translation>Неизвестные значения</translation>
    </message>
    <message>
        <source>Add all of them</source>
        <translation>Добавить все</translation>
    </message>
    <message>
        <source>Whatever may be added: entries of short lists, and choices of fields that you look after.</source>
        <translation>Всё, что можно добавить: записи справочников и варианты полей, которыми вы управляете.</translation>
    </message>
    <message>
        <source>The file has values that are not known here; the first %L1 of them are shown. Say what they mean, then check again.</source>
        <translation>В файле есть значения, которых здесь нет; показаны первые %L1. Скажите, что они значат, и проверьте снова.</translation>
    </message>
    <message>
        <source>The file has values that are not known here. Say what they mean, then check again.</source>
        <translation>В файле есть значения, которых здесь нет. Скажите, что они значат, и проверьте снова.</translation>
    </message>
</context>
<context>
    <name>crm::UpgradeDialog</name>
    <message>
        <source>Upgrade the office</source>
        <translation>Обновить базу офиса</translation>
    </message>
    <message>
        <source>Brings the tables and procedures of “%1” up to this version of the program. People can read meanwhile; what they save is stored when the upgrade is done. Make a backup first.</source>
        <translation>Приводит таблицы и процедуры базы «%1» к этой версии программы. Читать данные в это время можно; то, что сохраняют, запишется после обновления. Сначала сделайте резервную копию.</translation>
    </message>
    <message>
        <source>Account that owns the tables</source>
        <translation>Учётная запись, которой принадлежат таблицы</translation>
    </message>
    <message>
        <source>It was made with the office, and its password was shown then. root of the MariaDB may do it as well.</source>
        <translation>Создана вместе с базой офиса, тогда же был показан её пароль. Подойдёт и root сервера MariaDB.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Шаг %1 из %2</translation>
    </message>
    <message>
        <source>Waiting: somebody else is at it just now…</source>
        <translation>Ожидание: базу сейчас обновляет кто-то другой…</translation>
    </message>
    <message>
        <source>Enter the account.</source>
        <translation>Введите учётную запись.</translation>
    </message>
    <message>
        <source>Enter its password.</source>
        <translation>Введите её пароль.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>The office has been upgraded.</source>
        <translation>База офиса обновлена.</translation>
    </message>
    <message>
        <source>The office is up to date; nothing had to be done.</source>
        <translation>База офиса уже этой версии; делать ничего не пришлось.</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>Остановка после этого шага…</translation>
    </message>
</context>
<context>
    <name>crm::Validation</name>
    <message>
        <source>%1: %2</source>
        <comment>field: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>this value does not fit a field of the kind “%1”.</source>
        <translation>это значение не подходит для поля типа «%1».</translation>
    </message>
    <message>
        <source>this is no reference to a record.</source>
        <translation>это не ссылка на запись.</translation>
    </message>
    <message>
        <source>please fill this in.</source>
        <translation>заполните это поле.</translation>
    </message>
    <message>
        <source>the text contains characters that cannot be stored. Type it anew.</source>
        <translation>в тексте есть символы, которые нельзя сохранить. Введите его заново.</translation>
    </message>
    <message>
        <source>the text is too long, %1 characters; at most %2 fit.</source>
        <translation>текст слишком длинный (символов: %1); помещается не больше %2.</translation>
    </message>
    <message>
        <source>“%1” is not one of the choices: %2.</source>
        <translation>«%1» нет среди вариантов: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot become “%2”. Possible now: %3.</source>
        <translation>нельзя сменить «%1» на «%2». Сейчас возможно: %3.</translation>
    </message>
    <message>
        <source>it must be from %1 to %2.</source>
        <translation>значение должно быть от %1 до %2.</translation>
    </message>
    <message>
        <source>it must be at least %1.</source>
        <translation>значение должно быть не меньше %1.</translation>
    </message>
    <message>
        <source>it must be at most %1.</source>
        <translation>значение должно быть не больше %1.</translation>
    </message>
    <message>
        <source>the same record is named twice.</source>
        <translation>одна и та же запись указана дважды.</translation>
    </message>
    <message>
        <source>the year must be from 1000 to 9999.</source>
        <translation>год должен быть от 1000 до 9999.</translation>
    </message>
    <message>
        <source>“%1” is no currency. Write its three-letter code, for example EUR.</source>
        <translation>«%1» — не код валюты. Укажите трёхбуквенный код, например EUR.</translation>
    </message>
    <message>
        <source>the record that this belongs to is named by half only.</source>
        <translation>запись, к которой это относится, указана не полностью.</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <comment>number of the line, its fault</comment>
        <translation>Строка %1, %2</translation>
    </message>
    <message>
        <source>the text must stand on one line.</source>
        <translation>текст должен быть в одну строку.</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address. It looks like name@example.com.</source>
        <translation>«%1» — не адрес электронной почты. Пример: name@example.com.</translation>
    </message>
    <message>
        <source>“%1” is no web address. It looks like https://example.com.</source>
        <translation>«%1» — не веб-адрес. Пример: https://example.com.</translation>
    </message>
    <message>
        <source>“%1” is no phone number. It looks like +7 912 345-67-89.</source>
        <translation>«%1» — не номер телефона. Пример: +7 912 345-67-89.</translation>
    </message>
    <message>
        <source>“%1” is no colour. It looks like #2f80ed.</source>
        <translation>«%1» — не цвет. Пример: #2f80ed.</translation>
    </message>
    <message>
        <source>this is no drawing. Draw it anew.</source>
        <translation>это не рисунок. Нарисуйте заново.</translation>
    </message>
</context>
<context>
    <name>crm::ViewTabs</name>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Save as a new view...</source>
        <translation>Сохранить как новый вид...</translation>
    </message>
    <message>
        <source>Save the changes of this view</source>
        <translation>Сохранить изменения вида</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Удалить этот вид</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Новый вид</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
    <message>
        <source>What is shown differs from the view. Click it to come back to it.</source>
        <translation>Показано не то, что в сохранённом виде. Щёлкните по виду, чтобы вернуться к нему.</translation>
    </message>
    <message>
        <source>Colour rows by rules...</source>
        <translation>Окрасить строки по правилам...</translation>
    </message>
    <message>
        <source>Rename this view...</source>
        <translation>Переименовать этот вид...</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Переименовать вид</translation>
    </message>
    <message>
        <source>Everybody sees this view</source>
        <translation>Этот вид видят все</translation>
    </message>
    <message>
        <source>What people of a role see first</source>
        <translation>Что роль видит первым</translation>
    </message>
    <message>
        <source>Back to the view as it was saved</source>
        <translation>Вернуть вид, каким он сохранён</translation>
    </message>
</context>
<context>
    <name>crm::WelcomePage</name>
    <message>
        <source>Not there any more: %1</source>
        <translation>Файла больше нет: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Clients, orders and work in one place, on your own computer.</source>
        <translation>Клиенты, заказы и задачи в одном месте — на вашем компьютере.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Попробовать демо</translation>
    </message>
    <message>
        <source>A small company with clients, orders and tasks to play with. Nothing of it touches your own data.</source>
        <translation>Небольшая компания с клиентами, заказами и задачами для знакомства с программой. Ваших данных это не затронет.</translation>
    </message>
    <message>
        <source>Start my own</source>
        <translation>Создать свою базу</translation>
    </message>
    <message>
        <source>An empty database in a file on this computer.</source>
        <translation>Пустая база данных в файле на этом компьютере.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>A database that you or a colleague made before.</source>
        <translation>База данных, которую раньше создали вы или коллега.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Подключиться к серверу</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Недавно открытые</translation>
    </message>
    <message>
        <source>Nothing yet. What you open will stand here.</source>
        <translation>Пока ничего. Здесь появится то, что вы откроете.</translation>
    </message>
    <message>
        <source>The office’s shared database, on a MariaDB in your network or elsewhere.</source>
        <translation>Общая база компании на MariaDB в вашей сети или в другом месте.</translation>
    </message>
</context>
<context>
    <name>crm::WelcomeTour</name>
    <message>
        <source>Tour of the window</source>
        <translation>Знакомство с окном</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Прервать знакомство</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>A minute for the places that you will need every day. Enter goes on, the left arrow goes back, Esc leaves. The tour can be taken again from the help.</source>
        <translation>Минута на места, которые понадобятся каждый день. Enter — дальше, стрелка влево — назад, Esc — закончить. Повторить можно из справки.</translation>
    </message>
    <message>
        <source>Your lists</source>
        <translation>Ваши списки</translation>
    </message>
    <message>
        <source>Everything stands here by area: clients, orders, tasks and what else your role may see. Groups fold; the star above puts a page among your favourites.</source>
        <translation>Здесь всё по разделам: клиенты, заказы, задачи и остальное, что видно вашей роли. Группы сворачиваются; звёздочка вверху добавляет страницу в избранное.</translation>
    </message>
    <message>
        <source>Find anything, do anything</source>
        <translation>Найти и сделать что угодно</translation>
    </message>
    <message>
        <source>%1 finds records, pages and commands. Type a name, a number, a part of a phone number, or what you would like to do.</source>
        <translation>%1 находит записи, страницы и команды. Наберите имя, номер, часть телефона или то, что хотите сделать.</translation>
    </message>
    <message>
        <source>See what matters</source>
        <translation>Видеть главное</translation>
    </message>
    <message>
        <source>Filter by any field; every condition becomes a chip that you can change or take away. %1 opens filters below the headings. The menu beside the views keeps all of it as a view.</source>
        <translation>Отбирайте по любому полю: каждое условие становится плашкой, которую можно изменить или убрать. %1 открывает фильтры под заголовками. Меню рядом с видами сохранит всё это как вид.</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>Ничего не пропадёт</translation>
    </message>
    <message>
        <source>%1 takes back your last change, many records at once as well. Messages like this one offer it too, and what is deleted waits in the trash.</source>
        <translation>%1 отменяет ваше последнее изменение, и сразу у многих записей тоже. Это предлагают и такие сообщения, а удалённое ждёт в корзине.</translation>
    </message>
    <message>
        <source>Here you read what has been done</source>
        <translation>Здесь видно, что сделано</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>%1 explains the page that you are on, and in a field that field. Your settings, the language and the theme are in this menu.</source>
        <translation>%1 объясняет страницу, на которой вы находитесь, а в поле — это поле. Ваши настройки, язык и тема — в этом меню.</translation>
    </message>
    <message>
        <source>Fill in a form</source>
        <translation>Заполнить форму</translation>
    </message>
    <message>
        <source>%1 saves. What is wrong stands beside its field, what you typed survives a crash, and if somebody else changes the same record, nobody&apos;s work is lost.</source>
        <translation>%1 сохраняет. Ошибка стоит рядом со своим полем, набранное переживёт сбой, а если ту же запись меняет кто-то ещё, ничья работа не пропадёт.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>step, steps</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>crm::WhoSees</name>
    <message>
        <source>Only administrators may ask who sees a record.</source>
        <translation>Узнать, кто видит запись, могут только администраторы.</translation>
    </message>
    <message>
        <source>Nobody can say here who reads a record.</source>
        <translation>Здесь нельзя узнать, кто читает запись.</translation>
    </message>
</context>
<context>
    <name>crm::WhoSeesDialog</name>
    <message>
        <source>The role sees all of them</source>
        <translation>Роль видит все такие записи</translation>
    </message>
    <message>
        <source>Theirs, or they are on its list</source>
        <translation>Ответственный или указан в записи</translation>
    </message>
    <message>
        <source>It is in a team of theirs</source>
        <translation>Запись своей команды</translation>
    </message>
    <message>
        <source>Private to them</source>
        <translation>Личная запись</translation>
    </message>
    <message>
        <source>See, change, delete</source>
        <translation>Видеть, изменять, удалять</translation>
    </message>
    <message>
        <source>See, change</source>
        <translation>Видеть, изменять</translation>
    </message>
    <message>
        <source>See, delete</source>
        <translation>Видеть, удалять</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Видеть</translation>
    </message>
    <message>
        <source>Who can see this record</source>
        <translation>Кто видит эту запись</translation>
    </message>
    <message>
        <source>Who can see “%1”</source>
        <translation>Кто видит «%1»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>What they may do</source>
        <translation>Что разрешено</translation>
    </message>
    <message>
        <source>Fields that are for staff, or need a special right, may still be hidden from some.</source>
        <translation>Поля только для сотрудников и поля с особым правом могут быть видны не всем.</translation>
    </message>
    <message>
        <source>Nobody who may sign in sees it.</source>
        <translation>Никто из тех, кто может входить в программу, её не видит.</translation>
    </message>
    <message>
        <source>All within the clients that they may see</source>
        <translation>Всё в пределах доступных им клиентов</translation>
    </message>
</context>
<context>
    <name>crm::WholeText</name>
    <message numerus="yes">
        <source>… The text goes on: %Ln character(s) in all.</source>
        <translation>
            <numerusform>… Это не весь текст: всего в нём %Ln знак.</numerusform>
            <numerusform>… Это не весь текст: всего в нём %Ln знака.</numerusform>
            <numerusform>… Это не весь текст: всего в нём %Ln знаков.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Показать целиком</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>Весь текст</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Скопировать целиком</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>crm::WorkArea</name>
    <message>
        <source>Cancel what is under way and close?</source>
        <translation>Отменить текущую операцию и закрыть?</translation>
    </message>
    <message>
        <source>%1. What it has done until now is taken back.</source>
        <translation>%1. Всё, что уже сделано, будет отменено.</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>Отменить и закрыть</translation>
    </message>
</context>
<context>
    <name>crm::WorkStrip</name>
    <message>
        <source>Cancel: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>%1: being cancelled</source>
        <comment>long work</comment>
        <translation>%1: отменяется</translation>
    </message>
    <message>
        <source>%1: %2 %, %3</source>
        <comment>long work, how far, how long still</comment>
        <translation>%1: %2 %, %3</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <comment>long work, how far</comment>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>crm::Writing</name>
    <message>
        <source>You may not delete “%1”.</source>
        <translation>У вас нет права удалить «%1».</translation>
    </message>
    <message>
        <source>You may not restore “%1”.</source>
        <translation>У вас нет права восстановить «%1».</translation>
    </message>
    <message>
        <source>Only an administrator may delete for good.</source>
        <translation>Удалять безвозвратно может только администратор.</translation>
    </message>
    <message>
        <source>“%1” is not in the trash.</source>
        <translation>Записи «%1» нет в корзине.</translation>
    </message>
    <message>
        <source>“%1” has been changed again since; look at it before you undo.</source>
        <translation>Запись «%1» с тех пор изменили ещё раз. Посмотрите на неё, прежде чем отменять.</translation>
    </message>
    <message>
        <source>What was deleted for good cannot be brought back.</source>
        <translation>Удалённое безвозвратно вернуть нельзя.</translation>
    </message>
    <message>
        <source>There is no such change.</source>
        <translation>Такого изменения нет.</translation>
    </message>
    <message>
        <source>There is no such import or batch.</source>
        <translation>Такого импорта или пакета изменений нет.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Такого поля нет.</translation>
    </message>
    <message>
        <source>This record no longer exists, or you may not see it.</source>
        <translation>Этой записи больше нет, или у вас нет к ней доступа.</translation>
    </message>
    <message>
        <source>Lines are saved with their document.</source>
        <translation>Строки сохраняются вместе со своим документом.</translation>
    </message>
    <message>
        <source>“%1” is in the trash. Restore it first.</source>
        <translation>Запись «%1» в корзине. Сначала восстановите её.</translation>
    </message>
    <message>
        <source>Somebody else has changed “%1” meanwhile.</source>
        <translation>Запись «%1» за это время изменил кто-то другой.</translation>
    </message>
    <message>
        <source>You may not change “%1”.</source>
        <translation>У вас нет права изменить «%1».</translation>
    </message>
    <message>
        <source>You may not create this: %1.</source>
        <translation>У вас нет права создать запись: %1.</translation>
    </message>
    <message>
        <source>You may not hand “%1” over to somebody whose records you do not reach.</source>
        <translation>Нельзя передать «%1» тому, к чьим записям у вас нет доступа.</translation>
    </message>
    <message>
        <source>“%1”: the chosen record does not exist any more, or you may not see it.</source>
        <translation>«%1»: выбранной записи больше нет, или у вас нет к ней доступа.</translation>
    </message>
    <message>
        <source>“%1” is already in use. Choose another value.</source>
        <translation>«%1»: такое значение уже занято. Укажите другое.</translation>
    </message>
    <message>
        <source>“%1” cannot be done with “%2” now.</source>
        <translation>Действие «%1» сейчас недоступно для записи «%2».</translation>
    </message>
    <message>
        <source>There is no such action.</source>
        <translation>Такого действия нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) have been changed by others since you looked at them, so nothing was deleted.</source>
        <translation>
            <numerusform>%n запись изменили другие с тех пор, как вы на неё смотрели, поэтому ничего не удалено.</numerusform>
            <numerusform>%n записи изменили другие с тех пор, как вы на них смотрели, поэтому ничего не удалено.</numerusform>
            <numerusform>%n записей изменили другие с тех пор, как вы на них смотрели, поэтому ничего не удалено.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has been changed since you looked at it, so it was not deleted.</source>
        <translation>Запись «%1» изменили с тех пор, как вы на неё смотрели, поэтому она не удалена.</translation>
    </message>
    <message>
        <source>%1 has changed “%2” since you looked at it, so it was not deleted.</source>
        <translation>%1 изменил(а) «%2» с тех пор, как вы смотрели на запись, поэтому она не удалена.</translation>
    </message>
    <message>
        <source>This import or batch has been taken back already; nothing was changed.</source>
        <translation>Этот импорт или пакет уже отменён; ничего не изменено.</translation>
    </message>
    <message>
        <source>“%1” has been changed since, so this was not taken back.</source>
        <translation>Запись «%1» с тех пор изменили, поэтому изменение не отменено.</translation>
    </message>
    <message>
        <source>%1 has changed “%2” since, so this was not taken back.</source>
        <translation>%1: запись «%2» с тех пор изменена, поэтому изменение не отменено.</translation>
    </message>
    <message>
        <source>This took a merge back. To merge the records after all, choose them in the list once more.</source>
        <translation>Это отмена объединения. Чтобы всё же объединить записи, выберите их в списке ещё раз.</translation>
    </message>
    <message>
        <source>This is a part of a merge, which is taken back as a whole, with the batch that it was made in.</source>
        <translation>Это часть объединения; его возвращают целиком, вместе с пакетом, в котором оно сделано.</translation>
    </message>
    <message>
        <source>What became one with “%1” cannot be brought back: it has been merged into another record or deleted for good since. Nothing was changed.</source>
        <translation>Объединённое с «%1» вернуть нельзя: с тех пор эту запись объединили с другой или удалили насовсем. Ничего не изменено.</translation>
    </message>
    <message>
        <source>“%1” has been issued and has its number: it cannot be deleted. Cancel it instead.</source>
        <translation>«%1» — документ выставлен и имеет номер: удалить его нельзя. Аннулируйте его.</translation>
    </message>
    <message>
        <source>“%1” would be too small or too large afterwards (%2). Nothing was changed.</source>
        <translation>«%1» оказалось бы слишком мало или слишком велико (%2). Ничего не изменено.</translation>
    </message>
    <message>
        <source>The number series of “%1” is exhausted: the next number would be longer than the %2 characters that there is room for. Nothing was saved. An administrator can shorten the pattern under Settings, “Number series”.</source>
        <translation>Нумерация «%1» исчерпана: следующий номер длиннее %2 знаков, на которые есть место. Ничего не сохранено. Администратор может сократить шаблон: «Настройки», «Нумерация».</translation>
    </message>
    <message>
        <source>You may not create this: %1. Your role is limited to clients of certain groups, and this would belong to none of them.</source>
        <translation>Вы не можете создать это: %1. Ваша роль ограничена клиентами определённых групп, а эта запись не относилась бы ни к одной из них.</translation>
    </message>
    <message>
        <source>You may not move “%1” there. Your role is limited to clients of certain groups, and it would belong to none of them.</source>
        <translation>Вы не можете перенести туда «%1». Ваша роль ограничена клиентами определённых групп, а эта запись не относилась бы ни к одной из них.</translation>
    </message>
    <message>
        <source>You may not create this: %1. It would not belong to the company that you sign in for. Choose this company in the form.</source>
        <translation>Вы не можете создать запись «%1»: она не относилась бы к вашей компании. Укажите свою компанию в форме.</translation>
    </message>
    <message>
        <source>You may not change “%1” so: it would not belong to the company that you sign in for.</source>
        <translation>Так изменить запись «%1» нельзя: она перестала бы относиться к вашей компании.</translation>
    </message>
</context>
<context>
    <name>crm::XlsxReader</name>
    <message>
        <source>The workbook is damaged and cannot be read. Open it in a spreadsheet, save it anew and import that.</source>
        <translation>Книга Excel повреждена, прочитать её нельзя. Откройте её в электронной таблице, сохраните заново и импортируйте.</translation>
    </message>
    <message>
        <source>The workbook holds a text that is too long to be one.</source>
        <translation>В книге Excel есть текст недопустимой длины.</translation>
    </message>
    <message>
        <source>The workbook is protected by a password. Save it without one and import that.</source>
        <translation>Книга Excel защищена паролем. Сохраните её без пароля и импортируйте.</translation>
    </message>
    <message>
        <source>This is an OpenDocument file. Save it as XLSX or CSV and import that.</source>
        <translation>Это файл OpenDocument. Сохраните его как XLSX или CSV и импортируйте.</translation>
    </message>
    <message>
        <source>This is an archive, but no workbook. Unpack it and import the file that is meant.</source>
        <translation>Это архив, а не книга Excel. Распакуйте его и импортируйте нужный файл.</translation>
    </message>
    <message>
        <source>This is a binary workbook (XLSB). Save it as XLSX or CSV and import that.</source>
        <translation>Это двоичная книга Excel (XLSB). Сохраните её как XLSX или CSV и импортируйте.</translation>
    </message>
    <message>
        <source>This is a document, but no workbook. Save the table as XLSX or CSV and import that.</source>
        <translation>Это документ, а не книга Excel. Сохраните таблицу как XLSX или CSV и импортируйте.</translation>
    </message>
    <message>
        <source>The workbook has no sheets.</source>
        <translation>В книге Excel нет листов.</translation>
    </message>
    <message>
        <source>The workbook holds more text than fits into memory. Save it as CSV and import that.</source>
        <translation>Текст книги Excel не помещается в память. Сохраните её как CSV и импортируйте.</translation>
    </message>
    <message>
        <source>The workbook has no sheet “%1”. It has: %2.</source>
        <translation>В книге Excel нет листа «%1». Есть листы: %2.</translation>
    </message>
    <message>
        <source>Row %1 is longer than any record can be.</source>
        <translation>Строка %1 слишком длинная для записи.</translation>
    </message>
    <message numerus="yes">
        <source>The row has more than %n cells.</source>
        <translation>
            <numerusform>В строке больше %n ячейки.</numerusform>
            <numerusform>В строке больше %n ячеек.</numerusform>
            <numerusform>В строке больше %n ячеек.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell %1 holds a formula without its result: open the workbook in a spreadsheet and save it, then import it again.</source>
        <translation>В ячейке %1 есть формула, но нет её результата: откройте книгу Excel в электронной таблице, сохраните её и импортируйте снова.</translation>
    </message>
    <message>
        <source>Cell %1 cannot be read: “%2”.</source>
        <translation>Не удалось прочитать ячейку %1: «%2».</translation>
    </message>
</context>
<context>
    <name>crm::XlsxWriter</name>
    <message>
        <source>A sheet of a workbook holds %L1 rows. Filter the list, or export to CSV or JSON.</source>
        <translation>На лист книги Excel помещается строк: %L1. Отфильтруйте список или выгрузите его в CSV или JSON.</translation>
    </message>
    <message>
        <source>The workbook cannot be written: %1.</source>
        <translation>Не удалось записать книгу Excel: %1.</translation>
    </message>
    <message>
        <source>The text in column %1 of row %2 has %3 characters; a cell of a workbook holds %4. Leave the column out, or export to CSV or JSON.</source>
        <translation>Слишком длинный текст в столбце %1, строка %2: %3 симв., а в ячейку книги Excel помещается %4. Уберите столбец или выгрузите данные в CSV или JSON.</translation>
    </message>
</context>
<context>
    <name>crm::ZipReader</name>
    <message>
        <source>The file is damaged: a part of it cannot be read.</source>
        <translation>Файл повреждён: часть его не читается.</translation>
    </message>
    <message>
        <source>The file unpacks to far more than a workbook holds; it is not read on.</source>
        <translation>Распакованный файл намного больше, чем может быть книга Excel; чтение прекращено.</translation>
    </message>
    <message>
        <source>The file is damaged: it begins like a workbook or an archive, but cannot be read as one.</source>
        <translation>Файл повреждён: он начинается как книга Excel или архив, но прочитать его нельзя.</translation>
    </message>
    <message>
        <source>The archive holds more files than a workbook has.</source>
        <translation>В архиве больше файлов, чем бывает в книге Excel.</translation>
    </message>
    <message>
        <source>The file is protected by a password. Save it without one and import that.</source>
        <translation>Файл защищён паролем. Сохраните его без пароля и импортируйте.</translation>
    </message>
    <message>
        <source>The file is damaged: a part of it is far too large.</source>
        <translation>Файл повреждён: одна из его частей слишком велика.</translation>
    </message>
</context>
<context>
    <name>crm::modules</name>
    <message>
        <source>Sales</source>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>A comment belongs to a record: write it there.</source>
        <translation>Комментарии добавляют к записям: откройте нужную запись и напишите там.</translation>
    </message>
    <message>
        <source>Only its author may change a comment.</source>
        <translation>Изменить комментарий может только его автор.</translation>
    </message>
    <message>
        <source>Only its author may delete a comment.</source>
        <translation>Удалить комментарий может только его автор.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Комментарии</translation>
    </message>
    <message>
        <source>Nobody has said anything yet. Write the first comment.</source>
        <translation>Комментариев пока нет. Напишите первый.</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>a comment</comment>
        <translation>Закреплён</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Files hang on the records they belong to: drop them there. Folders hold those that belong to none.</source>
        <translation>Файлы прикрепляют к записям: перетащите их прямо туда. Остальные файлы хранятся в папках.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>of a file</comment>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Size, bytes</source>
        <translation>Размер, байт</translation>
    </message>
    <message>
        <source>Fingerprint of the content</source>
        <translation>Контрольная сумма</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Folders hold files that belong to no client and no task: templates, price lists, papers.</source>
        <translation>В папках лежат файлы, не связанные ни с клиентами, ни с задачами: шаблоны, прайс-листы, документы.</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a thing</comment>
        <translation>Название</translation>
    </message>
    <message>
        <source>Inside the folder</source>
        <translation>В папке</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>who looks after a record</comment>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Общий доступ</translation>
    </message>
    <message>
        <source>They see the folder and its files as the owner does.</source>
        <translation>Видят папку и её файлы так же, как ответственный.</translation>
    </message>
    <message>
        <source>A folder cannot lie inside itself or inside one of its own folders.</source>
        <translation>Папка не может лежать внутри самой себя или одной из своих вложенных папок.</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Верхний уровень</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>folders</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Note category</source>
        <translation>Категория заметок</translation>
    </message>
    <message>
        <source>Note categories</source>
        <translation>Категории заметок</translation>
    </message>
    <message>
        <source>What notes are about: a meeting, a call, an idea.</source>
        <translation>О чём бывают заметки: встреча, звонок, идея.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Notes keep what was said and thought. Those that hang on a client or another record are seen by whoever sees the record; others by you alone.</source>
        <translation>В заметках хранится то, что сказано и придумано. Заметку к клиенту или другой записи видят все, кому доступна эта запись; остальные заметки — только вы.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>a note</comment>
        <translation>Закреплена</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>of a note</comment>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>notes</comment>
        <translation>Закреплённые</translation>
    </message>
    <message>
        <source>Somebody must remain who can administer the program. Make another active person an administrator first.</source>
        <translation>В программе должен остаться хотя бы один администратор. Сначала сделайте администратором другого сотрудника, которому разрешён вход.</translation>
    </message>
    <message>
        <source>Choose the client that the lead belongs to.</source>
        <translation>Выберите клиента, к которому относится лид.</translation>
    </message>
    <message>
        <source>There may be such a client already: %1. Choose it as the existing client, or ask for a new one in any case.</source>
        <translation>Возможно, такой клиент уже есть: %1. Выберите его в поле «Существующий клиент» или укажите, что в любом случае нужен новый.</translation>
    </message>
    <message>
        <source>Convert to a client</source>
        <translation>Сделать клиентом</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Лид станет</translation>
    </message>
    <message>
        <source>A new client, unless there is one</source>
        <translation>Новым клиентом, если такого ещё нет</translation>
    </message>
    <message>
        <source>A new client in any case</source>
        <translation>Новым клиентом в любом случае</translation>
    </message>
    <message>
        <source>Part of an existing client</source>
        <translation>Частью существующего клиента</translation>
    </message>
    <message>
        <source>Existing client</source>
        <translation>Существующий клиент</translation>
    </message>
    <message>
        <source>Make the contact person a contact of the client</source>
        <translation>Добавить контактное лицо в контакты клиента</translation>
    </message>
    <message>
        <source>Choose an item or write what the line is for.</source>
        <translation>Выберите товар/услугу или укажите название строки.</translation>
    </message>
    <message>
        <source>Give the discount as a percentage or as an amount, not as both.</source>
        <translation>Укажите скидку или в процентах, или суммой — не то и другое сразу.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Street and house</source>
        <translation>Улица и дом</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Region or state</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Почтовый индекс</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Leave it empty for the company&apos;s own currency.</source>
        <translation>Оставьте пустым, чтобы использовать основную валюту.</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>Additional</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>The identifier in the system that the record was imported from.</source>
        <translation>Идентификатор в системе, из которой импортирована запись.</translation>
    </message>
    <message>
        <source>This contact belongs to another client. Choose one of this client&apos;s.</source>
        <translation>Этот контакт относится к другому клиенту. Выберите контакт этого клиента.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>level of a right</comment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Own</source>
        <comment>level of a right: one&apos;s own records</comment>
        <translation>Свои</translation>
    </message>
    <message>
        <source>Of the team</source>
        <comment>level of a right: the team&apos;s records</comment>
        <translation>Своей команды</translation>
    </message>
    <message>
        <source>All</source>
        <comment>level of a right: all records</comment>
        <translation>Все</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Право</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Records</source>
        <comment>which kind a right is about</comment>
        <translation>Записи</translation>
    </message>
    <message>
        <source>See</source>
        <comment>a right</comment>
        <translation>Видеть</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>a right</comment>
        <translation>Добавлять</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a right</comment>
        <translation>Изменять</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a right</comment>
        <translation>Удалять</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>a right</comment>
        <translation>Выгружать</translation>
    </message>
    <message>
        <source>Administrators are staff: a client&apos;s contact cannot administer the program.</source>
        <translation>Администратор должен быть сотрудником: контакт клиента не может управлять программой.</translation>
    </message>
    <message>
        <source>There is a line for these records already.</source>
        <translation>Для этих записей строка уже есть.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have this role. Give them another one first.</source>
        <translation>
            <numerusform>Эта роль назначена %n сотруднику. Сначала назначьте другую роль.</numerusform>
            <numerusform>Эта роль назначена %n сотрудникам. Сначала назначьте другую роль.</numerusform>
            <numerusform>Эта роль назначена %n сотрудникам. Сначала назначьте другую роль.</numerusform>
        </translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>A role says what a person may see and do: with their own records, with the team&apos;s, or with all.</source>
        <translation>Роль определяет, что человек может видеть и делать: со своими записями, с записями команды или со всеми.</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Администраторы</translation>
    </message>
    <message>
        <source>They may do everything, whatever stands below.</source>
        <translation>Им разрешено всё независимо от прав ниже.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Special rights</source>
        <translation>Особые права</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Whoever has the right “team” sees the records of everybody they share a team with.</source>
        <translation>Кому дано право «Своей команды», тот видит записи всех, с кем состоит в одной команде.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a person</comment>
        <translation>Отображаемое имя</translation>
    </message>
    <message>
        <source>As others see it. Empty: first and last name.</source>
        <translation>Как имя видят другие. Если пусто — имя и фамилия.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Small Latin letters, digits, dots, hyphens and underscores.</source>
        <translation>Строчные латинские буквы, цифры, точки, дефисы и подчёркивания.</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Вход разрешён</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Контактные данные</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>Второй телефон</translation>
    </message>
    <message>
        <source>Messenger</source>
        <comment>an account in Skype, Telegram ...</comment>
        <translation>Мессенджер</translation>
    </message>
    <message>
        <source>Social networks</source>
        <translation>Социальные сети</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Кадровые данные</translation>
    </message>
    <message>
        <source>Hired on</source>
        <translation>Дата приёма на работу</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Зарплата</translation>
    </message>
    <message>
        <source>Salary is paid per</source>
        <translation>Период оплаты</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Tax or insurance number</source>
        <translation>ИНН или СНИЛС</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Мужской</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Женский</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Дата рождения</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>A login is made of small Latin letters, digits, dots, hyphens and underscores, such as anna.petrova.</source>
        <translation>Логин состоит из строчных латинских букв, цифр, точек, дефисов и подчёркиваний, например anna.petrova.</translation>
    </message>
    <message>
        <source>Only an administrator may change this.</source>
        <translation>Изменить это может только администратор.</translation>
    </message>
    <message>
        <source>You cannot delete yourself.</source>
        <translation>Нельзя удалить самого себя.</translation>
    </message>
    <message>
        <source>Team member</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Team members</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Team members are the people who work with the program. Each signs in with a login of their own.</source>
        <translation>Сотрудники — это люди, которые работают с программой. Каждый входит под своим логином.</translation>
    </message>
    <message>
        <source>May no longer sign in</source>
        <translation>Вход закрыт</translation>
    </message>
    <message>
        <source>Checklist item</source>
        <translation>Пункт чек-листа</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Чек-лист</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a checklist item</comment>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>Task priority</source>
        <translation>Приоритет задачи</translation>
    </message>
    <message>
        <source>Task priorities</source>
        <translation>Приоритеты задач</translation>
    </message>
    <message>
        <source>How pressing a task is: from the least at the top to the most at the bottom.</source>
        <translation>Срочность задач: от наименьшей вверху до наибольшей внизу.</translation>
    </message>
    <message>
        <source>Task status</source>
        <translation>Статус задачи</translation>
    </message>
    <message>
        <source>Task statuses</source>
        <translation>Статусы задач</translation>
    </message>
    <message>
        <source>The columns of the task board, from “to do” to “done”.</source>
        <translation>Столбцы доски задач: от «К выполнению» до «Готово».</translation>
    </message>
    <message>
        <source>Meaning</source>
        <comment>of a status</comment>
        <translation>Значение</translation>
    </message>
    <message>
        <source>At work</source>
        <comment>meaning of a status</comment>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>meaning of a status</comment>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>What the program takes the status for in reports and filters, whatever its name is.</source>
        <translation>Как программа понимает этот статус в отчётах и фильтрах, независимо от его названия.</translation>
    </message>
    <message>
        <source>No column on the board</source>
        <translation>Не показывать на доске</translation>
    </message>
    <message>
        <source>Not among my tasks</source>
        <translation>Не показывать в моих задачах</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Collaborators</source>
        <translation>Соисполнители</translation>
    </message>
    <message>
        <source>They see the task and hear of what happens to it.</source>
        <translation>Видят задачу и узнают обо всём, что с ней происходит.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Трудоёмкость</translation>
    </message>
    <message>
        <source>How much work it is, on your own scale.</source>
        <translation>Объём работы в баллах по вашей собственной шкале.</translation>
    </message>
    <message>
        <source>Part of the task</source>
        <translation>Входит в задачу</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Ждёт завершения</translation>
    </message>
    <message>
        <source>The task cannot be done before these are.</source>
        <translation>Задачу нельзя завершить, пока не завершены эти.</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Дата завершения</translation>
    </message>
    <message>
        <source>Checklist items</source>
        <translation>Пунктов чек-листа</translation>
    </message>
    <message>
        <source>Checklist items done</source>
        <translation>Выполнено пунктов чек-листа</translation>
    </message>
    <message>
        <source>The deadline is before the start.</source>
        <translation>Срок не может быть раньше начала.</translation>
    </message>
    <message>
        <source>These tasks wait for this one already; both would wait for ever.</source>
        <translation>Эти задачи уже ждут завершения этой: все они ждали бы друг друга бесконечно.</translation>
    </message>
    <message numerus="yes">
        <source>It waits for %n task(s) that are not done yet. Finish them or remove them from “Waits for”.</source>
        <translation>
            <numerusform>Задача ждёт завершения ещё %n задачи. Завершите то, чего она ждёт, или уберите лишнее из поля «Ждёт завершения».</numerusform>
            <numerusform>Задача ждёт завершения ещё %n задач. Завершите то, чего она ждёт, или уберите лишнее из поля «Ждёт завершения».</numerusform>
            <numerusform>Задача ждёт завершения ещё %n задач. Завершите то, чего она ждёт, или уберите лишнее из поля «Ждёт завершения».</numerusform>
        </translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Tasks say what is to be done, by whom and until when. They can hang on a client, an order or stand alone.</source>
        <translation>В задачах записано, что сделать, кому и к какому сроку. Их можно привязать к клиенту или заказу либо вести отдельно.</translation>
    </message>
    <message>
        <source>A task cannot be part of itself or of one of its own parts.</source>
        <translation>Задача не может входить в саму себя или в одну из своих подзадач.</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>tasks</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>tasks</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>tasks</comment>
        <translation>Просроченные</translation>
    </message>
    <message>
        <source>For today</source>
        <comment>tasks</comment>
        <translation>На сегодня</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>На этой неделе</translation>
    </message>
    <message>
        <source>Without a deadline</source>
        <comment>tasks</comment>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>tasks</comment>
        <translation>Завершённые</translation>
    </message>
    <message>
        <source>To-do item</source>
        <translation>Дело</translation>
    </message>
    <message>
        <source>To-do list</source>
        <translation>Мои дела</translation>
    </message>
    <message>
        <source>Your own list. Nobody else can see it.</source>
        <translation>Ваш личный список. Больше никто его не видит.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a to-do item</comment>
        <translation>Сделано</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a date on</comment>
        <translation>Начать с</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>to-do items</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>To do now</source>
        <translation>Пора сделать</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>to-do items</comment>
        <translation>Сделанные</translation>
    </message>
    <message>
        <source>Client group</source>
        <translation>Группа клиентов</translation>
    </message>
    <message>
        <source>Client groups</source>
        <translation>Группы клиентов</translation>
    </message>
    <message>
        <source>Groups let you filter clients and address many of them at once. A client may be in several.</source>
        <translation>Группы помогают отбирать клиентов и обращаться сразу ко многим. Клиент может состоять в нескольких группах.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Person</source>
        <comment>as a type of client</comment>
        <translation>Частное лицо</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a company or person</comment>
        <translation>Название или имя</translation>
    </message>
    <message>
        <source>Further managers</source>
        <translation>Другие менеджеры</translation>
    </message>
    <message>
        <source>They see and look after the client as the owner does.</source>
        <translation>Видят клиента и работают с ним наравне с ответственным.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>Primary contact</source>
        <translation>Основной контакт</translation>
    </message>
    <message>
        <source>Whom to call and write to first. Empty: the first contact that is added.</source>
        <translation>Кому звонить и писать в первую очередь. Если пусто — первый добавленный контакт.</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Реквизиты и оплата</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>GST number</source>
        <translation>Номер GST</translation>
    </message>
    <message>
        <source>The currency of this client&apos;s documents. Leave it empty for the company&apos;s own currency.</source>
        <translation>Валюта документов этого клиента. Оставьте пустым, чтобы использовать основную валюту.</translation>
    </message>
    <message>
        <source>No online payment</source>
        <translation>Без онлайн-оплаты</translation>
    </message>
    <message>
        <source>Logo or photo</source>
        <translation>Логотип или фото</translation>
    </message>
    <message>
        <source>Was the lead</source>
        <translation>Создан из лида</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Clients are the companies and people that you work for. Contacts, orders, tasks and files hang on them.</source>
        <translation>Клиенты — это компании и люди, для которых вы работаете. К ним привязаны контакты, заказы, задачи и файлы.</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>clients</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Организации</translation>
    </message>
    <message>
        <source>People</source>
        <comment>as clients</comment>
        <translation>Частные лица</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <comment>clients</comment>
        <translation>Без ответственного</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Имя и фамилия</translation>
    </message>
    <message>
        <source>Also works for</source>
        <translation>Представляет также</translation>
    </message>
    <message>
        <source>One person may speak for several clients; the first one decides who sees the contact.</source>
        <translation>Один человек может представлять нескольких клиентов; кому виден контакт, определяет первый из них.</translation>
    </message>
    <message>
        <source>Give a first or a last name.</source>
        <translation>Укажите имя или фамилию.</translation>
    </message>
    <message>
        <source>Make the primary contact</source>
        <translation>Сделать основным контактом</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Contacts are the people you talk to at your clients.</source>
        <translation>Контакты — это люди на стороне клиентов, с которыми вы общаетесь.</translation>
    </message>
    <message>
        <source>Of my clients</source>
        <translation>У моих клиентов</translation>
    </message>
    <message>
        <source>Without an e-mail</source>
        <translation>Без эл. почты</translation>
    </message>
    <message>
        <source>Item category</source>
        <translation>Категория товаров и услуг</translation>
    </message>
    <message>
        <source>Item categories</source>
        <translation>Категории товаров и услуг</translation>
    </message>
    <message>
        <source>Categories keep a long price list in order.</source>
        <translation>Категории помогают держать в порядке длинный прайс-лист.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Товар/услуга</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Товары и услуги</translation>
    </message>
    <message>
        <source>Items are the goods and services that you sell. They are offered while you write an order.</source>
        <translation>Товары и услуги — это то, что вы продаёте. Они предлагаются при заполнении заказа.</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>of an item</comment>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Unit</source>
        <comment>of measure</comment>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Cost price</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Taxable</source>
        <translation>Облагается налогом</translation>
    </message>
    <message>
        <source>Show to clients</source>
        <translation>Показывать клиентам</translation>
    </message>
    <message>
        <source>Clients find the item in the portal and the store.</source>
        <translation>Клиенты увидят этот товар или услугу на портале и в магазине.</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>Снято с продажи</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Sold now</source>
        <translation>В продаже</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Без цены</translation>
    </message>
    <message>
        <source>Lead source</source>
        <translation>Источник лидов</translation>
    </message>
    <message>
        <source>Lead sources</source>
        <translation>Источники лидов</translation>
    </message>
    <message>
        <source>Where leads come from: the web site, an exhibition, a recommendation. Reports count by them.</source>
        <translation>Откуда приходят лиды: сайт, выставка, рекомендация. По источникам строятся отчёты.</translation>
    </message>
    <message>
        <source>Lead status</source>
        <translation>Статус лида</translation>
    </message>
    <message>
        <source>Lead statuses</source>
        <translation>Статусы лидов</translation>
    </message>
    <message>
        <source>The steps that a lead goes through, from the first word to the deal.</source>
        <translation>Этапы, которые проходит лид: от первого обращения до сделки.</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>meaning of a status</comment>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>meaning of a status</comment>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>They see and look after the lead as the owner does.</source>
        <translation>Видят лид и работают с ним наравне с ответственным.</translation>
    </message>
    <message>
        <source>Expected amount</source>
        <translation>Ожидаемая сумма</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Контактное лицо</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of a lead</comment>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of a lead</comment>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Converted</source>
        <comment>state of a lead</comment>
        <translation>Стал клиентом</translation>
    </message>
    <message>
        <source>Client it became</source>
        <translation>Клиент из лида</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>A lead is somebody who may become a client. Write down everybody who has asked, and turn them into clients when the deal is made.</source>
        <translation>Лид — это тот, кто может стать клиентом. Записывайте всех, кто к вам обратился, и делайте их клиентами, когда сделка состоится.</translation>
    </message>
    <message>
        <source>This lead has become a client: change the client instead.</source>
        <translation>Этот лид уже стал клиентом. Внесите изменения в запись клиента.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>leads</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>leads</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <comment>leads</comment>
        <translation>Без ответственного</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>leads</comment>
        <translation>Отказы</translation>
    </message>
    <message>
        <source>Became clients</source>
        <comment>leads</comment>
        <translation>Стали клиентами</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>Строка заказа</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>Строки заказа</translation>
    </message>
    <message>
        <source>Empty: the title of the item.</source>
        <translation>Если пусто — название товара/услуги.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>Статус заказа</translation>
    </message>
    <message>
        <source>Order statuses</source>
        <translation>Статусы заказов</translation>
    </message>
    <message>
        <source>The steps that an order goes through until it is delivered.</source>
        <translation>Этапы, которые проходит заказ до доставки.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>meaning of a status</comment>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Дата заказа</translation>
    </message>
    <message>
        <source>Required by</source>
        <translation>Нужен к</translation>
    </message>
    <message>
        <source>Shipped on</source>
        <translation>Дата отгрузки</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Суммы</translation>
    </message>
    <message>
        <source>Empty: the currency of the client.</source>
        <translation>Если пусто — валюта клиента.</translation>
    </message>
    <message>
        <source>Discount, percent</source>
        <translation>Скидка, %</translation>
    </message>
    <message>
        <source>Discount, amount</source>
        <translation>Скидка, сумма</translation>
    </message>
    <message>
        <source>Give either a percentage or an amount.</source>
        <translation>Укажите или процент, или сумму.</translation>
    </message>
    <message>
        <source>Discount is taken off</source>
        <translation>Скидка вычитается</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>До налога</translation>
    </message>
    <message>
        <source>After tax</source>
        <translation>После налога</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Second tax</source>
        <translation>Второй налог</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Ставка налога</translation>
    </message>
    <message>
        <source>Second tax rate</source>
        <translation>Ставка второго налога</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Округление</translation>
    </message>
    <message>
        <source>Each line</source>
        <comment>is rounded</comment>
        <translation>По строкам</translation>
    </message>
    <message>
        <source>The whole document</source>
        <comment>is rounded</comment>
        <translation>По документу</translation>
    </message>
    <message>
        <source>Whether each line is rounded to the smallest coin, or only the sum of them.</source>
        <translation>Что округлять до копеек или центов: каждую строку или только их сумму.</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Сумма по строкам</translation>
    </message>
    <message>
        <source>Discount in all</source>
        <translation>Скидка, всего</translation>
    </message>
    <message>
        <source>Tax in all</source>
        <translation>Налог, всего</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>Стоимость доставки</translation>
    </message>
    <message>
        <source>What the carrier takes. It is not part of the total.</source>
        <translation>Оплата перевозчику. Не входит в итоговую сумму.</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Адрес доставки</translation>
    </message>
    <message>
        <source>Delivery city</source>
        <translation>Город доставки</translation>
    </message>
    <message>
        <source>Country of delivery</source>
        <translation>Страна доставки</translation>
    </message>
    <message>
        <source>It cannot be shipped before it is ordered.</source>
        <translation>Дата отгрузки не может быть раньше даты заказа.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Orders say who wants what, how much of it and at what price.</source>
        <translation>В заказах записано, кто, что, сколько и по какой цене у вас заказал.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>orders</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>orders</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>orders</comment>
        <translation>Просроченные</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>В этом месяце</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>orders</comment>
        <translation>Выполненные</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Налоги</translation>
    </message>
    <message>
        <source>Tax rates that an order can be charged with, such as VAT.</source>
        <translation>Ставки налогов, применимые к заказам, например НДС.</translation>
    </message>
    <message>
        <source>Rate</source>
        <comment>of a tax</comment>
        <translation>Ставка</translation>
    </message>
    <message>
        <source>Units</source>
        <comment>of measure</comment>
        <translation>Единицы измерения</translation>
    </message>
    <message>
        <source>What goods and services are counted in: pieces, hours, kilograms.</source>
        <translation>В чём считают товары и услуги: штуки, часы, килограммы.</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>of a unit</comment>
        <translation>Обозначение</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a field</comment>
        <translation>Тип</translation>
    </message>
    <message>
        <source>There are no records of this kind.</source>
        <translation>Такого вида записей нет.</translation>
    </message>
    <message>
        <source>A key is made of small Latin letters, digits and underscores and starts with a letter.</source>
        <translation>Ключ состоит из строчных латинских букв, цифр и подчёркиваний и начинается с буквы.</translation>
    </message>
    <message>
        <source>These records have a field of this key already.</source>
        <translation>У этих записей уже есть поле с таким ключом.</translation>
    </message>
    <message>
        <source>This cannot be changed later: records hold values already. Add another field instead.</source>
        <translation>Позже это изменить нельзя: в записях уже есть значения. Добавьте вместо этого другое поле.</translation>
    </message>
    <message>
        <source>Write down the choices, one on a line.</source>
        <translation>Перечислите варианты, по одному в строке.</translation>
    </message>
    <message>
        <source>There is no such record. Write its name or its id.</source>
        <translation>Такой записи нет. Укажите её название или номер (id).</translation>
    </message>
    <message>
        <source>Several records are called so. Write the id of one.</source>
        <translation>Так называется несколько записей. Укажите номер (id) нужной.</translation>
    </message>
    <message>
        <source>Name the right that one needs to see the field.</source>
        <translation>Укажите право, которое нужно, чтобы видеть поле.</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>Настраиваемое поле</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Настраиваемые поля</translation>
    </message>
    <message>
        <source>Add the fields that your work needs to clients, tasks, orders and all other records.</source>
        <translation>Добавьте к клиентам, задачам, заказам и любым другим записям поля, нужные в вашей работе.</translation>
    </message>
    <message>
        <source>Label</source>
        <comment>the name of a field</comment>
        <translation>Название</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <comment>which records have the field</comment>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>of a field</comment>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>The name in files and commands. Empty: made from the label.</source>
        <translation>Имя в файлах и командах. Если пусто — создаётся из названия.</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Links to</source>
        <comment>which kind of record</comment>
        <translation>Ссылается на</translation>
    </message>
    <message>
        <source>Value for new records</source>
        <translation>Значение для новых записей</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Required</source>
        <comment>a field</comment>
        <translation>Обязательное</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Кто видит</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Holders of a right</source>
        <translation>Обладатели права</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>a named right</comment>
        <translation>Право</translation>
    </message>
    <message>
        <source>A column of the list</source>
        <translation>Столбец в списке</translation>
    </message>
    <message>
        <source>There is a label of this name already.</source>
        <translation>Метка с таким названием уже есть.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Labels are coloured words that you can put on clients, tasks, orders and everything else.</source>
        <translation>Метки — это цветные слова, которыми можно помечать клиентов, задачи, заказы и всё остальное.</translation>
    </message>
    <message>
        <source>Only for</source>
        <comment>which records a label is for</comment>
        <translation>Только для</translation>
    </message>
    <message>
        <source>The kind of record that the label is offered for, such as clients. Leave it empty for all.</source>
        <translation>Вид записей, для которых предлагается метка, например clients. Оставьте пустым, чтобы предлагать её для всех.</translation>
    </message>
    <message>
        <source>The view cannot be read: it must be a JSON object.</source>
        <translation>Не удаётся прочитать вид: нужен объект JSON.</translation>
    </message>
    <message>
        <source>Only its owner may change a saved view. Save it under a name of your own.</source>
        <translation>Изменить сохранённый вид может только ответственный за него. Сохраните свой вид под другим названием.</translation>
    </message>
    <message>
        <source>Only its owner may delete a saved view.</source>
        <translation>Удалить сохранённый вид может только ответственный за него.</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Сохранённый вид</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Сохранённые виды</translation>
    </message>
    <message>
        <source>List</source>
        <comment>which list a view belongs to</comment>
        <translation>Список</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Everybody sees it</source>
        <translation>Виден всем</translation>
    </message>
    <message>
        <source>Client contact</source>
        <comment>role</comment>
        <translation>Контакт клиента</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Manager (all records)</source>
        <comment>role</comment>
        <translation>Менеджер (все записи)</translation>
    </message>
    <message>
        <source>Staff (own records)</source>
        <comment>role</comment>
        <translation>Сотрудник (свои записи)</translation>
    </message>
    <message>
        <source>Staff (records of the team)</source>
        <comment>role</comment>
        <translation>Сотрудник (записи команды)</translation>
    </message>
    <message>
        <source>Read only</source>
        <comment>role</comment>
        <translation>Только чтение</translation>
    </message>
    <message>
        <source>New</source>
        <comment>lead status</comment>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Qualified</source>
        <comment>lead status</comment>
        <translation>Квалифицирован</translation>
    </message>
    <message>
        <source>Discussion</source>
        <comment>lead status</comment>
        <translation>Обсуждение</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <comment>lead status</comment>
        <translation>Переговоры</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>lead status</comment>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>lead status</comment>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Web site</source>
        <comment>lead source</comment>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Search engine</source>
        <comment>lead source</comment>
        <translation>Поисковая система</translation>
    </message>
    <message>
        <source>Social networks</source>
        <comment>lead source</comment>
        <translation>Социальные сети</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <comment>lead source</comment>
        <translation>Рекомендация</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <comment>lead source</comment>
        <translation>Выставка</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <comment>lead source</comment>
        <translation>Входящий звонок</translation>
    </message>
    <message>
        <source>Key accounts</source>
        <comment>client group</comment>
        <translation>Ключевые клиенты</translation>
    </message>
    <message>
        <source>Regular</source>
        <comment>client group</comment>
        <translation>Постоянные</translation>
    </message>
    <message>
        <source>Partners</source>
        <comment>client group</comment>
        <translation>Партнёры</translation>
    </message>
    <message>
        <source>pc</source>
        <comment>unit: piece</comment>
        <translation>шт.</translation>
    </message>
    <message>
        <source>h</source>
        <comment>unit: hour</comment>
        <translation>ч</translation>
    </message>
    <message>
        <source>day</source>
        <comment>unit</comment>
        <translation>день</translation>
    </message>
    <message>
        <source>month</source>
        <comment>unit</comment>
        <translation>месяц</translation>
    </message>
    <message>
        <source>set</source>
        <comment>unit</comment>
        <translation>компл.</translation>
    </message>
    <message>
        <source>kg</source>
        <comment>unit: kilogram</comment>
        <translation>кг</translation>
    </message>
    <message>
        <source>m</source>
        <comment>unit: metre</comment>
        <translation>м</translation>
    </message>
    <message>
        <source>Services</source>
        <comment>item category</comment>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Goods</source>
        <comment>item category</comment>
        <translation>Товары</translation>
    </message>
    <message>
        <source>VAT 22 %</source>
        <comment>tax</comment>
        <translation>НДС 22 %</translation>
    </message>
    <message>
        <source>VAT 20 %</source>
        <comment>tax</comment>
        <translation>НДС 20 %</translation>
    </message>
    <message>
        <source>VAT 10 %</source>
        <comment>tax</comment>
        <translation>НДС 10 %</translation>
    </message>
    <message>
        <source>VAT 0 %</source>
        <comment>tax</comment>
        <translation>НДС 0 %</translation>
    </message>
    <message>
        <source>New</source>
        <comment>order status</comment>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Processing</source>
        <comment>order status</comment>
        <translation>В обработке</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>order status</comment>
        <translation>Подтверждён</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>order status</comment>
        <translation>Отгружен</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>order status</comment>
        <translation>Выполнен</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>order status</comment>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>To do</source>
        <comment>task status</comment>
        <translation>К выполнению</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>task status</comment>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>task status</comment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Minor</source>
        <comment>task priority</comment>
        <translation>Низкий</translation>
    </message>
    <message>
        <source>Major</source>
        <comment>task priority</comment>
        <translation>Высокий</translation>
    </message>
    <message>
        <source>Critical</source>
        <comment>task priority</comment>
        <translation>Критический</translation>
    </message>
    <message>
        <source>Blocker</source>
        <comment>task priority</comment>
        <translation>Блокирующий</translation>
    </message>
    <message>
        <source>Meeting</source>
        <comment>note category</comment>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>note category</comment>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Idea</source>
        <comment>note category</comment>
        <translation>Идея</translation>
    </message>
    <message>
        <source>All others</source>
        <comment>kinds of record</comment>
        <translation>Все остальные</translation>
    </message>
    <message>
        <source>Say which kind of record the field links to.</source>
        <translation>Укажите, на какие записи ссылается поле.</translation>
    </message>
    <message>
        <source>Written as in files: 1.5, 2026-11-22, yes.</source>
        <translation>Как в файлах: 1.5, 2026-11-22, yes.</translation>
    </message>
    <message>
        <source>New people are given the role “%1” already. Take that away there first.</source>
        <translation>Новым пользователям уже назначается роль «%1». Сначала снимите эту отметку у неё.</translation>
    </message>
    <message>
        <source>New people get it</source>
        <translation>Назначается новым пользователям</translation>
    </message>
    <message>
        <source>The form of a new person begins with this role.</source>
        <translation>Эта роль подставляется в форму нового пользователя.</translation>
    </message>
    <message>
        <source>A file belongs to one record; new records begin without one.</source>
        <translation>Файл относится к одной записи; в новых записях его нет.</translation>
    </message>
    <message>
        <source>One on a line; a key may stand before it, a colour behind it: new = New | green.</source>
        <translation>По одному в строке; перед названием можно указать ключ, после него — цвет: new = Новый | green.</translation>
    </message>
    <message>
        <source>Settings of the office</source>
        <translation>Настройки офиса</translation>
    </message>
    <message>
        <source>What holds for everybody who works with this database.</source>
        <translation>То, что действует для всех, кто работает с этой базой данных.</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>Название офиса</translation>
    </message>
    <message>
        <source>Stands in the title of the window. Empty: the name of the database.</source>
        <translation>Показывается в заголовке окна. Если пусто — название базы данных.</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Цвет акцента</translation>
    </message>
    <message>
        <source>For everybody who has not chosen a colour of their own under Preferences.</source>
        <translation>Для всех, кто не выбрал свой цвет в разделе «Параметры».</translation>
    </message>
    <message>
        <source>Lists that are not used</source>
        <translation>Неиспользуемые списки</translation>
    </message>
    <message>
        <source>Their keys, separated by commas. The data stays; nothing shows it.</source>
        <translation>Их ключи через запятую. Данные сохраняются, но нигде не показываются.</translation>
    </message>
    <message>
        <source>The settings cannot be read: they must be a JSON object.</source>
        <translation>Настройки не читаются: они должны быть объектом JSON.</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Личные настройки</translation>
    </message>
    <message>
        <source>How you have arranged the program. Nobody else can see it.</source>
        <translation>Как вы устроили для себя программу. Больше этого никто не видит.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Separated by commas. “personnel”: sees and changes salaries and tax numbers. “merge”: makes one record of several.</source>
        <translation>Через запятую. «personnel»: видит и меняет оклады и налоговые номера. «merge»: объединяет записи.</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Одинаковое название</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>Одинаковый телефон</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Одинаковая почта</translation>
    </message>
    <message>
        <source>Same VAT number</source>
        <translation>Одинаковый ИНН</translation>
    </message>
    <message>
        <source>Same name at one client</source>
        <translation>Одинаковое имя у одного клиента</translation>
    </message>
    <message>
        <source>Only an administrator may say which view the people of a role see first.</source>
        <translation>Только администратор решает, какой вид сотрудники с этой ролью видят первым.</translation>
    </message>
    <message>
        <source>People of this role see it first</source>
        <translation>Эта роль видит его первым</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Подсказка в поле</translation>
    </message>
    <message>
        <source>Shown grey while the field is empty.</source>
        <translation>Видна серым, пока поле пусто.</translation>
    </message>
    <message>
        <source>A field of this kind cannot be computed.</source>
        <translation>Поле такого вида вычислять нельзя.</translation>
    </message>
    <message>
        <source>What is computed is seen by everybody who sees the record.</source>
        <translation>Вычисляемое видят все, кто видит запись.</translation>
    </message>
    <message>
        <source>What is computed cannot be required, and new records begin with what the formula gives.</source>
        <translation>Вычисляемое поле не бывает обязательным, а новые записи начинаются с того, что даёт формула.</translation>
    </message>
    <message>
        <source>“%1” is computed from it, and everybody sees that.</source>
        <translation>Из него вычисляется «%1», а это видят все.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>Computed from the record&apos;s other fields each time it is saved: price * 1.2.</source>
        <translation>Вычисляется из других полей записи при каждом её сохранении: price * 1.2.</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Финансы</translation>
    </message>
    <message>
        <source>There is nothing on it yet: add at least one line, then issue it.</source>
        <translation>В документе ещё ничего нет: добавьте хотя бы одну строку, потом выставляйте.</translation>
    </message>
    <message>
        <source>The total is below zero. Use a credit note to give money back.</source>
        <translation>Итог меньше нуля. Чтобы вернуть деньги, сделайте кредит-ноту.</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>of a document</comment>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Issued</source>
        <comment>of a document</comment>
        <translation>Выставлено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>of a document</comment>
        <translation>Аннулировано</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Выставлено</translation>
    </message>
    <message>
        <source>Cancelled on</source>
        <translation>Аннулировано</translation>
    </message>
    <message>
        <source>Why it was cancelled</source>
        <translation>Почему аннулировано</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Учитывается</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Выставить</translation>
    </message>
    <message>
        <source>Cancel the document</source>
        <translation>Аннулировать</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>Почему аннулируется</translation>
    </message>
    <message>
        <source>Prices include the taxes</source>
        <translation>Цены включают налоги</translation>
    </message>
    <message>
        <source>Credit note line</source>
        <translation>Строка кредит-ноты</translation>
    </message>
    <message>
        <source>Credit note lines</source>
        <translation>Строки кредит-ноты</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Date</source>
        <comment>of a document</comment>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>This invoice has not been issued, or is cancelled: nothing can be credited.</source>
        <translation>Этот счёт не выставлен или аннулирован: сторнировать нечего.</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Кредит-нота</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Кредит-ноты</translation>
    </message>
    <message>
        <source>A credit note takes back an invoice or a part of it. Make one from the invoice.</source>
        <translation>Кредит-нота отменяет счёт или его часть. Сделайте её из счёта.</translation>
    </message>
    <message>
        <source>This credit note has been issued: what it says stays as it is.</source>
        <translation>Эта кредит-нота выставлена: её содержание не меняется.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Expense category</source>
        <translation>Статья расходов</translation>
    </message>
    <message>
        <source>Expense categories</source>
        <translation>Статьи расходов</translation>
    </message>
    <message>
        <source>What money is spent on: rent, travel, materials.</source>
        <translation>На что тратятся деньги: аренда, поездки, материалы.</translation>
    </message>
    <message>
        <source>Spent on</source>
        <translation>Дата расхода</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>of money</comment>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Spent by</source>
        <translation>Кто потратил</translation>
    </message>
    <message>
        <source>The client pays for it</source>
        <translation>Оплачивает клиент</translation>
    </message>
    <message>
        <source>On the invoice</source>
        <translation>В счёте</translation>
    </message>
    <message>
        <source>Choose the client who pays for it.</source>
        <translation>Выберите клиента, который за это платит.</translation>
    </message>
    <message>
        <source>Make an invoice</source>
        <translation>Сделать счёт</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Расход</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Expenses say what was spent, on what and for whom. Attach the receipt.</source>
        <translation>Расходы: сколько потрачено, на что и для кого. Приложите чек.</translation>
    </message>
    <message>
        <source>To be invoiced</source>
        <translation>Пора выставить</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>expenses</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Invoice line</source>
        <translation>Строка счёта</translation>
    </message>
    <message>
        <source>Invoice lines</source>
        <translation>Строки счёта</translation>
    </message>
    <message>
        <source>Given when the invoice is issued, so that no number is ever missing.</source>
        <translation>Присваивается, когда счёт выставляют, чтобы номера шли без пропусков.</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Дата счёта</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Оплатить до</translation>
    </message>
    <message>
        <source>Client&apos;s reference</source>
        <translation>Номер у клиента</translation>
    </message>
    <message>
        <source>The number of the client&apos;s own order, for example.</source>
        <translation>Например, номер заказа в учёте самого клиента.</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Сторнировано</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Остаток долга</translation>
    </message>
    <message>
        <source>Credited</source>
        <comment>of an invoice</comment>
        <translation>Сторнирован</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>of an invoice</comment>
        <translation>Оплачен</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Оплачен частично</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Не оплачен</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Основание</translation>
    </message>
    <message>
        <source>Made from the estimate</source>
        <translation>Из сметы</translation>
    </message>
    <message>
        <source>Made from the order</source>
        <translation>Из заказа</translation>
    </message>
    <message>
        <source>Made from the contract</source>
        <translation>Из договора</translation>
    </message>
    <message>
        <source>It cannot be due before the invoice date.</source>
        <translation>Срок оплаты не может быть раньше даты счёта.</translation>
    </message>
    <message>
        <source>Payments stand against this invoice. Take them off first, or make a credit note.</source>
        <translation>По этому счёту есть оплаты. Сначала снимите их или сделайте кредит-ноту.</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Invoices say what your clients owe you. They get their number when they are issued.</source>
        <translation>Счета: сколько вам должны клиенты. Номер присваивается, когда счёт выставляют.</translation>
    </message>
    <message>
        <source>Issue repetitions at once</source>
        <translation>Повторы выставлять сразу</translation>
    </message>
    <message>
        <source>Else each of them waits as a draft.</source>
        <translation>Иначе каждый из них ждёт черновиком.</translation>
    </message>
    <message>
        <source>This invoice has been issued: what it says stays as it is. Cancel it or make a credit note.</source>
        <translation>Этот счёт выставлен: его содержание не меняется. Аннулируйте его или сделайте кредит-ноту.</translation>
    </message>
    <message>
        <source>Make a credit note</source>
        <translation>Сделать кредит-ноту</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>invoices</comment>
        <translation>Просроченные</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>invoices</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>invoices</comment>
        <translation>Оплаченные</translation>
    </message>
    <message>
        <source>Settled invoice</source>
        <translation>Оплаченный счёт</translation>
    </message>
    <message>
        <source>Settled invoices</source>
        <translation>Оплаченные счета</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Способ оплаты</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Способы оплаты</translation>
    </message>
    <message>
        <source>The ways in which clients pay: by bank transfer, in cash, by card.</source>
        <translation>Как платят клиенты: переводом, наличными, картой.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Оплаты</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Дата оплаты</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Номер операции</translation>
    </message>
    <message>
        <source>The number of the bank transfer or of the card payment.</source>
        <translation>Номер платёжного поручения или операции по карте.</translation>
    </message>
    <message>
        <source>Settles invoices with</source>
        <translation>Зачтено по счетам</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Не зачтено</translation>
    </message>
    <message>
        <source>What settles no invoice yet: a credit of the client.</source>
        <translation>Что ещё не зачтено ни по одному счёту: аванс клиента.</translation>
    </message>
    <message>
        <source>With something left over</source>
        <translation>С незачтённым остатком</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>payments</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>It cannot end before it begins: choose a later date.</source>
        <translation>Не может закончиться раньше, чем начнётся: выберите дату позже.</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>of a document</comment>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>of a document</comment>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>of a document</comment>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>Кто принял</translation>
    </message>
    <message>
        <source>Who said yes for the client.</source>
        <translation>Кто согласился со стороны клиента.</translation>
    </message>
    <message>
        <source>Why it was declined</source>
        <translation>Почему отклонено</translation>
    </message>
    <message>
        <source>The client has accepted this: what it says stays as it is.</source>
        <translation>Клиент это принял: содержание не меняется.</translation>
    </message>
    <message>
        <source>Mark as accepted</source>
        <translation>Отметить принятым</translation>
    </message>
    <message>
        <source>Mark as declined</source>
        <translation>Отметить отклонённым</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>offers</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>offers</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Истекают</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекли</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>offers</comment>
        <translation>Принятые</translation>
    </message>
    <message>
        <source>There is no invoice of this client that is still due.</source>
        <translation>У этого клиента нет неоплаченных счетов.</translation>
    </message>
    <message>
        <source>This invoice belongs to another client.</source>
        <translation>Этот счёт выставлен другому клиенту.</translation>
    </message>
    <message>
        <source>This invoice has not been issued, or is cancelled: it cannot be paid.</source>
        <translation>Этот счёт не выставлен или аннулирован: оплатить его нельзя.</translation>
    </message>
    <message>
        <source>This is more than is still due on the invoice. Leave the rest to the client&apos;s credit, or choose another invoice.</source>
        <translation>Это больше остатка долга по счёту. Оставьте разницу авансом клиента или выберите другой счёт.</translation>
    </message>
    <message>
        <source>The invoices together take more than was paid.</source>
        <translation>По счетам зачтено больше, чем заплачено.</translation>
    </message>
    <message>
        <source>Add a payment</source>
        <translation>Внести оплату</translation>
    </message>
    <message>
        <source>Empty: all that is still due.</source>
        <translation>Пусто: весь остаток долга.</translation>
    </message>
    <message>
        <source>Settle open invoices</source>
        <translation>Зачесть по счетам</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Выставлено</translation>
    </message>
    <message>
        <source>Below zero: they have paid more than was invoiced, a credit.</source>
        <translation>Меньше нуля: заплачено больше, чем выставлено, — аванс.</translation>
    </message>
    <message>
        <source>Spent on them</source>
        <translation>Расходы на клиента</translation>
    </message>
    <message>
        <source>There are invoices, payments or expenses in the old currency already. Make a second client for the other currency.</source>
        <translation>В прежней валюте уже есть счета, оплаты или расходы. Для другой валюты заведите второго клиента.</translation>
    </message>
    <message>
        <source>Owe something</source>
        <translation>Должны</translation>
    </message>
    <message>
        <source>Contract line</source>
        <translation>Строка договора</translation>
    </message>
    <message>
        <source>Contract lines</source>
        <translation>Строки договора</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Договоры</translation>
    </message>
    <message>
        <source>Contracts say what was agreed with a client and until when it holds.</source>
        <translation>Договоры: о чём договорились с клиентом и до какого срока.</translation>
    </message>
    <message>
        <source>Text of the contract</source>
        <translation>Текст договора</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>contracts</comment>
        <translation>Действующие</translation>
    </message>
    <message>
        <source>Estimate line</source>
        <translation>Строка сметы</translation>
    </message>
    <message>
        <source>Estimate lines</source>
        <translation>Строки сметы</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Смета</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>Сметы</translation>
    </message>
    <message>
        <source>Estimates tell a client what something would cost. Accepted, they become an order or an invoice.</source>
        <translation>Сметы говорят клиенту, сколько это будет стоить. Принятая смета становится заказом или счётом.</translation>
    </message>
    <message>
        <source>Became the order</source>
        <translation>Стала заказом</translation>
    </message>
    <message>
        <source>Became the invoice</source>
        <translation>Выставлен счёт</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>Сделать заказ</translation>
    </message>
    <message>
        <source>Withheld at source</source>
        <translation>Удерживается у источника</translation>
    </message>
    <message>
        <source>The client pays this tax in your place: it is taken off what is to be paid.</source>
        <translation>Этот налог клиент платит за вас: он вычитается из суммы к оплате.</translation>
    </message>
    <message>
        <source>On our documents</source>
        <translation>На наших документах</translation>
    </message>
    <message>
        <source>Full name of the company</source>
        <translation>Полное название организации</translation>
    </message>
    <message>
        <source>Stands at the head of invoices and other documents.</source>
        <translation>Стоит в начале счетов и других документов.</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Кто подписывает</translation>
    </message>
    <message>
        <source>VAT 7 %</source>
        <comment>tax</comment>
        <translation>НДС 7 %</translation>
    </message>
    <message>
        <source>VAT 5 %</source>
        <comment>tax</comment>
        <translation>НДС 5 %</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <comment>payment method</comment>
        <translation>Банковский перевод</translation>
    </message>
    <message>
        <source>Cash</source>
        <comment>payment method</comment>
        <translation>Наличные</translation>
    </message>
    <message>
        <source>Card</source>
        <comment>payment method</comment>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Office</source>
        <comment>expense category</comment>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Travel</source>
        <comment>expense category</comment>
        <translation>Поездки</translation>
    </message>
    <message>
        <source>Materials</source>
        <comment>expense category</comment>
        <translation>Материалы</translation>
    </message>
    <message>
        <source>Advertising</source>
        <comment>expense category</comment>
        <translation>Реклама</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>expense category</comment>
        <translation>Прочее</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Акт сверки</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Срок не наступил</translation>
    </message>
    <message>
        <source>Statement of account</source>
        <translation>Акт сверки взаиморасчётов</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Paid or credited</source>
        <translation>Оплачено или сторнировано</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Сальдо</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>Nine signs that the tax office gives a company.</source>
        <translation>Девять знаков, которые налоговая присваивает организации.</translation>
    </message>
    <message>
        <source>OGRN</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>The number in the state register: 13 digits, 15 of a self-employed person.</source>
        <translation>Номер в государственном реестре: 13 цифр, у предпринимателя 15.</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Account</source>
        <comment>in a bank</comment>
        <translation>Расчётный счёт</translation>
    </message>
    <message>
        <source>Correspondent account</source>
        <translation>Корреспондентский счёт</translation>
    </message>
    <message>
        <source>Requisites</source>
        <translation>Реквизиты</translation>
    </message>
    <message>
        <source>More than %1 days late</source>
        <translation>Просрочено более %1 дней</translation>
    </message>
    <message>
        <source>%1 to %2 days late</source>
        <translation>Просрочено %1–%2 дней</translation>
    </message>
    <message>
        <source>Not paid</source>
        <comment>invoices</comment>
        <translation>Неоплаченные</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Heading</source>
        <comment>among questions</comment>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Tells us</source>
        <comment>what an answer is about</comment>
        <translation>О чём говорит</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>О чём речь</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Имя человека</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a question</comment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Has to be answered</source>
        <translation>Обязательный</translation>
    </message>
    <message>
        <source>Red; Green; Blue</source>
        <translation>Красный; Зелёный; Синий</translation>
    </message>
    <message>
        <source>For questions with a choice: what can be chosen, with “;” between.</source>
        <translation>Для вопросов с выбором: варианты через «;».</translation>
    </message>
    <message>
        <source>Help for whoever answers</source>
        <translation>Подсказка отвечающему</translation>
    </message>
    <message>
        <source>Only if the question</source>
        <translation>Только если на вопрос</translation>
    </message>
    <message>
        <source>Write the text of a question above: this one is asked only if that one is answered so.</source>
        <translation>Напишите текст вопроса выше: этот вопрос задаётся, только если на тот ответили так.</translation>
    </message>
    <message>
        <source>has the answer</source>
        <translation>ответили</translation>
    </message>
    <message>
        <source>One answer or several, with “;” between. Empty: whatever is answered, but “no”.</source>
        <translation>Один ответ или несколько через «;». Пусто: любой ответ, кроме «нет».</translation>
    </message>
    <message>
        <source>Where the answer goes when the request becomes a lead or a client.</source>
        <translation>Куда попадёт ответ, когда запрос станет лидом или клиентом.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>Время ответа</translation>
    </message>
    <message>
        <source>Mark of the answers</source>
        <translation>Метка ответов</translation>
    </message>
    <message>
        <source>Proof of a human</source>
        <translation>Подтверждение, что отвечал человек</translation>
    </message>
    <message>
        <source>Write down who asks: a company or the name of a person.</source>
        <translation>Напишите, кто обращается: компания или имя человека.</translation>
    </message>
    <message>
        <source>There may be such a client already: %1. Choose it as the client of this request, or ask for a new one in any case.</source>
        <translation>Похоже, такой клиент уже есть: %1. Выберите его клиентом этого запроса или создайте нового в любом случае.</translation>
    </message>
    <message>
        <source>Say whose request it is first: choose a client or a lead, or make one of it.</source>
        <translation>Сначала укажите, чей это запрос: выберите клиента или лида либо создайте их из запроса.</translation>
    </message>
    <message>
        <source>Make an estimate</source>
        <translation>Создать смету</translation>
    </message>
    <message>
        <source>Make a lead</source>
        <translation>Создать лида</translation>
    </message>
    <message>
        <source>Make a client</source>
        <translation>Создать клиента</translation>
    </message>
    <message>
        <source>Also if there seems to be such a client already</source>
        <translation>Даже если похоже, что такой клиент уже есть</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>Создать задачу</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Бриф</translation>
    </message>
    <message>
        <source>Briefs</source>
        <translation>Брифы</translation>
    </message>
    <message>
        <source>A brief asks what you need to know before you can make an offer. Fill it in yourself, or save it as a page that your client fills in. What is answered becomes a request.</source>
        <translation>Бриф спрашивает то, что нужно знать до предложения. Заполните его сами или сохраните страницей, которую заполнит клиент. Ответы становятся запросом.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>One that is not in use takes no answers.</source>
        <translation>Неиспользуемый бриф не принимает ответы.</translation>
    </message>
    <message>
        <source>Requests go to</source>
        <translation>Запросы получает</translation>
    </message>
    <message>
        <source>Empty: whoever takes the answers looks after the request.</source>
        <translation>Пусто: запросом занимается тот, кто принял ответы.</translation>
    </message>
    <message>
        <source>Text above the questions</source>
        <translation>Текст над вопросами</translation>
    </message>
    <message>
        <source>Text when all is answered</source>
        <translation>Текст после ответов</translation>
    </message>
    <message>
        <source>Answers are sent to</source>
        <translation>Куда отправлять ответы</translation>
    </message>
    <message>
        <source>The page asks to send its file of answers to this address.</source>
        <translation>Страница попросит отправить файл с ответами на этот адрес.</translation>
    </message>
    <message>
        <source>Files may be added</source>
        <translation>Можно приложить файлы</translation>
    </message>
    <message>
        <source>Made from the request</source>
        <translation>Создана из запроса</translation>
    </message>
    <message>
        <source>New</source>
        <comment>request</comment>
        <translation>Новый</translation>
    </message>
    <message>
        <source>In work</source>
        <comment>request</comment>
        <translation>В работе</translation>
    </message>
    <message>
        <source>On hold</source>
        <comment>request</comment>
        <translation>Отложен</translation>
    </message>
    <message>
        <source>Estimated</source>
        <comment>request</comment>
        <translation>Оценён</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>request</comment>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Кто обращается</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>requests</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>requests</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Without an assignee</source>
        <comment>requests</comment>
        <translation>Без исполнителя</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Requests are what people have answered to your briefs. Turn them into leads, clients and estimates.</source>
        <translation>Запросы — это ответы на ваши брифы. Превращайте их в лидов, клиентов и сметы.</translation>
    </message>
    <message>
        <source>Became the estimate</source>
        <translation>Стал сметой</translation>
    </message>
    <message>
        <source>Became the contract</source>
        <translation>Стала договором</translation>
    </message>
    <message>
        <source>Make a contract</source>
        <translation>Создать договор</translation>
    </message>
    <message>
        <source>Texts and answers</source>
        <comment>of a brief</comment>
        <translation>Тексты и ответы</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>of an activity</comment>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Next step on</source>
        <translation>Дата следующего шага</translation>
    </message>
    <message>
        <source>A planned activity is made for this day.</source>
        <translation>На этот день будет запланирован звонок или встреча.</translation>
    </message>
    <message>
        <source>Log a call or meeting</source>
        <translation>Записать звонок или встречу</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of an activity</comment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>activity</comment>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Meeting</source>
        <comment>activity</comment>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Mail</source>
        <comment>activity</comment>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>activity</comment>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Subject</source>
        <comment>of an activity</comment>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <comment>activity</comment>
        <translation>Отметить выполненным</translation>
    </message>
    <message>
        <source>Plan the next step</source>
        <translation>Запланировать следующий шаг</translation>
    </message>
    <message>
        <source>The lead has documents in %1, but this client&apos;s are in %2. Make a new client of the lead.</source>
        <translation>Документы лида — в %1, а этого клиента — в %2. Сделайте из лида нового клиента.</translation>
    </message>
    <message>
        <source>This pipeline has no stages yet: add some, or choose another one.</source>
        <translation>В этой воронке ещё нет этапов: добавьте их или выберите другую воронку.</translation>
    </message>
    <message>
        <source>“%1” is a stage of the pipeline “%2”. Choose a stage of “%3”, or change the pipeline.</source>
        <translation>«%1» — этап воронки «%2». Выберите этап воронки «%3» или смените воронку.</translation>
    </message>
    <message>
        <source>Say why the lead was lost.</source>
        <translation>Укажите причину отказа.</translation>
    </message>
    <message>
        <source>The lead is not lost: leave the reason empty, or choose a lost stage.</source>
        <translation>Лид не проигран: оставьте причину пустой или выберите этап отказа.</translation>
    </message>
    <message>
        <source>Leads stand at this stage. Move them to another one first, or add a new stage there.</source>
        <translation>На этом этапе есть лиды. Сначала переместите их на другой этап или добавьте новый этап в той воронке.</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Another pipeline begins at its first stage.</source>
        <translation>Другая воронка начинается с её первого этапа.</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Ожидаемая дата сделки</translation>
    </message>
    <message>
        <source>When the deal should be made. The forecasts go by this day.</source>
        <translation>Когда сделка должна состояться. По этому дню строятся прогнозы.</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Comes from the stage each time the lead moves; you may say it better.</source>
        <translation>Берётся из этапа при каждом его изменении; можно указать точнее.</translation>
    </message>
    <message>
        <source>Weighted amount</source>
        <translation>Взвешенная сумма</translation>
    </message>
    <message>
        <source>The expected amount times the probability: what such leads bring on average.</source>
        <translation>Ожидаемая сумма, умноженная на вероятность: сколько такие лиды приносят в среднем.</translation>
    </message>
    <message>
        <source>Why it was lost</source>
        <translation>Причина отказа</translation>
    </message>
    <message>
        <source>At this stage since</source>
        <translation>На этом этапе с</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Закрыт</translation>
    </message>
    <message>
        <source>Forecast for this month</source>
        <translation>Прогноз на этот месяц</translation>
    </message>
    <message>
        <source>Forecast for this quarter</source>
        <translation>Прогноз на этот квартал</translation>
    </message>
    <message>
        <source>Should have closed</source>
        <translation>Срок сделки прошёл</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Зависшие</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>Отметить отказ</translation>
    </message>
    <message>
        <source>This pipeline has no stage for lost leads.</source>
        <translation>В этой воронке нет этапа для отказов.</translation>
    </message>
    <message>
        <source>Empty: the first pipeline.</source>
        <translation>Если не указана — первая воронка.</translation>
    </message>
    <message>
        <source>How many of a hundred leads at this stage become clients. Leads take it when they come here.</source>
        <translation>Сколько из ста лидов на этом этапе становятся клиентами. Лид получает это значение, когда попадает на этап.</translation>
    </message>
    <message>
        <source>Say whom it is for: choose a client or a lead.</source>
        <translation>Укажите, для кого это: выберите клиента или лида.</translation>
    </message>
    <message>
        <source>It is for a client or for a lead, not for both: leave one of them empty.</source>
        <translation>Документ — для клиента или для лида, а не для обоих: оставьте одно из полей пустым.</translation>
    </message>
    <message>
        <source>A lead has no contacts yet: leave this empty.</source>
        <translation>У лида ещё нет контактов: оставьте поле пустым.</translation>
    </message>
    <message>
        <source>This lead has become a client already: choose the client.</source>
        <translation>Этот лид уже стал клиентом: выберите клиента.</translation>
    </message>
    <message>
        <source>This has been accepted: whom it is for stays as it is.</source>
        <translation>Документ уже принят: для кого он, менять нельзя.</translation>
    </message>
    <message>
        <source>For somebody who is not a client yet, instead of the client.</source>
        <translation>Для того, кто ещё не клиент, вместо клиента.</translation>
    </message>
    <message>
        <source>The lead has become a client: choose that client here first.</source>
        <translation>Лид уже стал клиентом: сначала выберите здесь этого клиента.</translation>
    </message>
    <message>
        <source>This is for a lead. Convert the lead to a client first: what it was offered goes along.</source>
        <translation>Документ — для лида. Сначала сделайте лида клиентом: всё, что ему предложено, перейдёт вместе с ним.</translation>
    </message>
    <message>
        <source>When</source>
        <comment>an activity is</comment>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>of an activity</comment>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>does an activity</comment>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <comment>is the next step</comment>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Planned as</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>The next step cannot come before the activity itself.</source>
        <translation>Следующий шаг не может быть раньше самого звонка или встречи.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Звонок или встреча</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Звонки и встречи</translation>
    </message>
    <message>
        <source>Calls, meetings and mails that were had or are planned. Those that hang on a client or a lead are seen by whoever sees it; others by you alone.</source>
        <translation>Звонки, встречи и письма, которые были или запланированы. Те, что относятся к клиенту или лиду, видит каждый, кто видит его; остальные — только вы.</translation>
    </message>
    <message>
        <source>Planned for today</source>
        <translation>Запланировано на сегодня</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>activities</comment>
        <translation>Просроченные</translation>
    </message>
    <message>
        <source>Planned</source>
        <comment>activities</comment>
        <translation>Запланированные</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>activities</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Next steps to plan</source>
        <translation>Запланировать следующий шаг</translation>
    </message>
    <message>
        <source>Became a client on</source>
        <translation>Стал клиентом</translation>
    </message>
    <message>
        <source>Became clients this month</source>
        <translation>Стали клиентами в этом месяце</translation>
    </message>
    <message>
        <source>Reason for losing a lead</source>
        <translation>Причина отказа</translation>
    </message>
    <message>
        <source>Reasons for losing leads</source>
        <translation>Причины отказа</translation>
    </message>
    <message>
        <source>Why leads do not become clients. Whoever marks a lead as lost chooses one of these.</source>
        <translation>Почему лиды не становятся клиентами. Кто отмечает отказ, выбирает одну из этих причин.</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>A pipeline is a way that leads go, stage by stage. Most offices need one; add another where selling goes differently, such as wholesale. Leads and stages that name none belong to the first one.</source>
        <translation>Воронка — это путь лида, этап за этапом. Чаще всего хватает одной; добавьте ещё одну там, где продажи идут иначе, например опт. Лиды и этапы, в которых воронка не указана, относятся к первой.</translation>
    </message>
    <message>
        <source>Sales</source>
        <comment>pipeline</comment>
        <translation>Продажи</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <comment>reason for losing a lead</comment>
        <translation>Дорого</translation>
    </message>
    <message>
        <source>Chose a competitor</source>
        <comment>reason for losing a lead</comment>
        <translation>Выбрали конкурента</translation>
    </message>
    <message>
        <source>No need any more</source>
        <comment>reason for losing a lead</comment>
        <translation>Больше не нужно</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>reason for losing a lead</comment>
        <translation>Не отвечают</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>reason for losing a lead</comment>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Made from the proposal</source>
        <translation>Из предложения</translation>
    </message>
    <message>
        <source>Made by the subscription</source>
        <translation>По подписке</translation>
    </message>
    <message>
        <source>Subscription line</source>
        <translation>Строка подписки</translation>
    </message>
    <message>
        <source>Subscription lines</source>
        <translation>Строки подписки</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>of a subscription</comment>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>of a subscription</comment>
        <translation>Приостановлена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>of a subscription</comment>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>of a subscription</comment>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>First invoice on</source>
        <translation>Первый счёт</translation>
    </message>
    <message>
        <source>Invoices of the subscription</source>
        <translation>Счета по подписке</translation>
    </message>
    <message>
        <source>Days to pay</source>
        <translation>Дней на оплату</translation>
    </message>
    <message>
        <source>So many days after its date an invoice is due. Empty: it says nothing about it.</source>
        <translation>Через столько дней после даты счёта его нужно оплатить. Пусто — срок в счёте не указан.</translation>
    </message>
    <message>
        <source>Issue them at once</source>
        <translation>Выставлять сразу</translation>
    </message>
    <message>
        <source>Else each of them waits as a draft until somebody issues it.</source>
        <translation>Иначе каждый счёт остаётся черновиком, пока его не выставят.</translation>
    </message>
    <message>
        <source>Stands on each invoice: the number of the client&apos;s own order, for example.</source>
        <translation>Указывается в каждом счёте: например, номер заказа у клиента.</translation>
    </message>
    <message>
        <source>What the issued invoices of this subscription come to.</source>
        <translation>Сумма выставленных счетов по этой подписке.</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Закончилась</translation>
    </message>
    <message>
        <source>Why it was cancelled</source>
        <comment>a subscription</comment>
        <translation>Почему отменена</translation>
    </message>
    <message>
        <source>There is nothing on it yet: add at least one line, then activate it.</source>
        <translation>В подписке ещё ничего нет: добавьте хотя бы одну строку, потом включайте её.</translation>
    </message>
    <message>
        <source>The total is below zero: nobody can be billed for that.</source>
        <translation>Итог меньше нуля: на такую сумму счёт не выставить.</translation>
    </message>
    <message>
        <source>Say why it is cancelled.</source>
        <translation>Укажите причину отмены.</translation>
    </message>
    <message>
        <source>Cancel the subscription</source>
        <translation>Отменить подписку</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <comment>a subscription</comment>
        <translation>Причина отмены</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>subscriptions</comment>
        <translation>Действующие</translation>
    </message>
    <message>
        <source>Next in 30 days</source>
        <translation>Ближайшие 30 дней</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>subscriptions</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>subscriptions</comment>
        <translation>Приостановленные</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>subscriptions</comment>
        <translation>Закончились</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Подписка</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Подписки</translation>
    </message>
    <message>
        <source>Subscriptions make an invoice for a client again and again: for rent, support, licences. Once active, they do it by themselves.</source>
        <translation>Подписка снова и снова выставляет клиенту счёт: за аренду, обслуживание, лицензии. Действующая подписка делает это сама.</translation>
    </message>
    <message>
        <source>This subscription has ended: what it says stays as it was. Make a copy instead.</source>
        <translation>Подписка закончилась и больше не меняется. Сделайте её копию.</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Возобновить</translation>
    </message>
    <message>
        <source>Proposal line</source>
        <translation>Строка предложения</translation>
    </message>
    <message>
        <source>Proposal lines</source>
        <translation>Строки предложения</translation>
    </message>
    <message>
        <source>Became the order</source>
        <comment>a proposal</comment>
        <translation>Стало заказом</translation>
    </message>
    <message>
        <source>Became the invoice</source>
        <comment>a proposal</comment>
        <translation>Стало счётом</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Коммерческое предложение</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Коммерческие предложения</translation>
    </message>
    <message>
        <source>Proposals explain an offer in words and say what it costs. Take the text from a template; accepted, they become an order, an invoice or a contract.</source>
        <translation>Коммерческое предложение объясняет словами, что вы предлагаете и сколько это стоит. Текст можно взять из шаблона; принятое предложение становится заказом, счётом или договором.</translation>
    </message>
    <message>
        <source>Text of the proposal</source>
        <translation>Текст предложения</translation>
    </message>
    <message>
        <source>Markdown with variables in double braces. Of the document: {{number}}, {{title}}, {{contract_date}}, {{proposal_date}}, {{valid_until}}, {{owner}}, {{currency}}, {{subtotal}}, {{discount_total}}, {{tax_total}}, {{total}}, {{total_in_words}}, any other field by its key; {{lines}}, its lines as a table; {{totals}}, all its sums. Of the client: {{client.name}}, {{client.inn}}, {{client.kpp}}, {{client.address}}, {{client.city}}, {{client.bank}}, {{client.bic}}, {{client.account}}, {{client.phone}}, {{client.email}}. Of the contact: {{contact.name}}, {{contact.job_title}}. Of the office: {{office.legal_name}}, {{office.legal_address}}, {{office.inn}}, {{office.kpp}}, {{office.bank}}, {{office.account}}, {{office.signatory}}. The day: {{today}}. What stands between {{#client.inn}} and {{/client.inn}} is there only when it is not empty.</source>
        <translation>Markdown с переменными в двойных скобках. Документ: {{number}}, {{title}}, {{contract_date}}, {{proposal_date}}, {{valid_until}}, {{owner}}, {{currency}}, {{subtotal}}, {{discount_total}}, {{tax_total}}, {{total}}, {{total_in_words}} — и любое другое поле по его ключу; {{lines}} — таблица строк, {{totals}} — все итоги. Клиент: {{client.name}}, {{client.inn}}, {{client.kpp}}, {{client.address}}, {{client.city}}, {{client.bank}}, {{client.bic}}, {{client.account}}, {{client.phone}}, {{client.email}}. Контакт: {{contact.name}}, {{contact.job_title}}. Офис: {{office.legal_name}}, {{office.legal_address}}, {{office.inn}}, {{office.kpp}}, {{office.bank}}, {{office.account}}, {{office.signatory}}. Сегодняшний день: {{today}}. Текст между {{#client.inn}} и {{/client.inn}} появится, только если значение не пустое.</translation>
    </message>
    <message>
        <source>Text template</source>
        <translation>Шаблон текста</translation>
    </message>
    <message>
        <source>Text templates</source>
        <translation>Шаблоны текстов</translation>
    </message>
    <message>
        <source>Texts that contracts and proposals begin with. Names, amounts and lines fill themselves in.</source>
        <translation>Тексты, с которых начинаются договоры и предложения. Названия, суммы и строки подставляются сами.</translation>
    </message>
    <message>
        <source>For</source>
        <comment>which documents a template is for</comment>
        <translation>Для документов</translation>
    </message>
    <message>
        <source>What kind of document it is for. Empty: for all.</source>
        <translation>Для каких документов этот шаблон. Пусто — для всех.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Contract for services</source>
        <comment>text template</comment>
        <translation>Договор на услуги</translation>
    </message>
    <message>
        <source>**Contract {{number}} of {{contract_date}}**

{{office.legal_name}}, the contractor, and {{client.name}}, the client, have agreed:

## 1. Subject

The contractor renders these services and the client pays for them:

{{lines}}

## 2. Price

{{totals}}

In words: {{total_in_words}}.

## 3. Duration

The contract holds from {{contract_date}}{{#valid_until}} to {{valid_until}}{{/valid_until}}.

## 4. The parties

**The contractor:** {{office.legal_name}}, {{office.legal_address}}, INN {{office.inn}}, account {{office.account}} at {{office.bank}}, BIC {{office.bic}}

**The client:** {{client.name}}, {{client.address}}, INN {{client.inn}}, account {{client.account}} at {{client.bank}}, BIC {{client.bic}}

For the contractor: ____________ {{office.signatory}}

For the client: ____________</source>
        <comment>text template</comment>
        <translation>**Договор № {{number}} от {{contract_date}}**

{{office.legal_name}}, именуемое далее «Исполнитель», и {{client.name}}, далее «Заказчик», заключили договор о следующем.

## 1. Предмет договора

Исполнитель оказывает, а Заказчик оплачивает следующие услуги:

{{lines}}

## 2. Цена

{{totals}}

Прописью: {{total_in_words}}.

## 3. Срок действия

Договор действует с {{contract_date}}{{#valid_until}} по {{valid_until}}{{/valid_until}}.

## 4. Реквизиты сторон

**Исполнитель:** {{office.legal_name}}, {{office.legal_address}}, ИНН {{office.inn}}, р/с {{office.account}} в {{office.bank}}, БИК {{office.bic}}

**Заказчик:** {{client.name}}, {{client.address}}, ИНН {{client.inn}}, р/с {{client.account}} в {{client.bank}}, БИК {{client.bic}}

От Исполнителя: ____________ {{office.signatory}}

От Заказчика: ____________</translation>
    </message>
    <message>
        <source>Offer</source>
        <comment>text template</comment>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>**{{title}}**

For: {{client.name}}{{#contact.name}}, {{contact.name}}{{/contact.name}}

Thank you for your interest. This is what we offer:

{{lines}}

{{totals}}

{{#valid_until}}The offer is valid until {{valid_until}}.

{{/valid_until}}{{owner.name}}
{{office.legal_name}}{{#office.phone}}, {{office.phone}}{{/office.phone}}</source>
        <comment>text template</comment>
        <translation>**{{title}}**

Для: {{client.name}}{{#contact.name}}, {{contact.name}}{{/contact.name}}

Спасибо за интерес к нашей работе. Предлагаем вам следующее:

{{lines}}

{{totals}}

{{#valid_until}}Предложение действует до {{valid_until}}.

{{/valid_until}}{{owner.name}}
{{office.legal_name}}{{#office.phone}}, {{office.phone}}{{/office.phone}}</translation>
    </message>
    <message>
        <source>There is a text already. Say yes here and the template takes its place; the old text stays in the history.</source>
        <translation>Текст уже есть. Отметьте здесь «да», и его заменит шаблон; прежний текст останется в истории.</translation>
    </message>
    <message>
        <source>Choose a template.</source>
        <translation>Выберите шаблон.</translation>
    </message>
    <message>
        <source>“%1” is a template for other documents.</source>
        <translation>«%1» — шаблон для других документов.</translation>
    </message>
    <message>
        <source>Printed above the lines. “Take the text from a template” writes it from a template.</source>
        <translation>Печатается над строками. Действие «Взять текст из шаблона» заполняет его по шаблону.</translation>
    </message>
    <message>
        <source>The lines stand in the text</source>
        <translation>Строки уже в тексте</translation>
    </message>
    <message>
        <source>Paper then does not show lines and totals once more below the text.</source>
        <translation>Тогда при печати строки и итоги не повторяются под текстом.</translation>
    </message>
    <message>
        <source>Take the text from a template</source>
        <translation>Взять текст из шаблона</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Variables of the template are filled from this document, its client and the settings of the office.</source>
        <translation>Переменные шаблона заполняются из этого документа, его клиента и настроек офиса.</translation>
    </message>
    <message>
        <source>Replace the text that is there</source>
        <translation>Заменить имеющийся текст</translation>
    </message>
    <message>
        <source>The text as it was stays in the history of the record.</source>
        <translation>Прежний текст останется в истории записи.</translation>
    </message>
    <message>
        <source>Act No. %1 of %2</source>
        <translation>Акт № %1 от %2</translation>
    </message>
    <message>
        <source>Under the contract</source>
        <translation>По договору</translation>
    </message>
    <message>
        <source>The above has been done in full and in time. The client has no complaints about its extent, quality or time.</source>
        <translation>Вышеперечисленные услуги выполнены полностью и в срок. Заказчик претензий по объёму, качеству и срокам оказания услуг не имеет.</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <comment>the client, on an act</comment>
        <translation>Заказчик</translation>
    </message>
    <message>
        <source>one tax that is not withheld: the form has no room for others</source>
        <translation>один неудерживаемый налог: для других в форме нет места</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Акт</translation>
    </message>
    <message>
        <source>Transfer document</source>
        <translation>УПД</translation>
    </message>
    <message>
        <source>the number: issue the invoice first</source>
        <translation>номер: сначала выставьте счёт</translation>
    </message>
    <message>
        <source>the client&apos;s address</source>
        <translation>адрес клиента</translation>
    </message>
    <message>
        <source>the client&apos;s tax number</source>
        <translation>ИНН клиента</translation>
    </message>
    <message>
        <source>Transfer document No. %1 of %2</source>
        <translation>УПД № %1 от %2</translation>
    </message>
    <message>
        <source>Invoice No. %1 of %2 (1)</source>
        <translation>Счёт-фактура № %1 от %2 (1)</translation>
    </message>
    <message>
        <source>Seller (2)</source>
        <translation>Продавец (2)</translation>
    </message>
    <message>
        <source>Address (2a)</source>
        <translation>Адрес (2а)</translation>
    </message>
    <message>
        <source>Tax number and KPP of the seller (2b)</source>
        <translation>ИНН/КПП продавца (2б)</translation>
    </message>
    <message>
        <source>Consignor and address (3)</source>
        <translation>Грузоотправитель и его адрес (3)</translation>
    </message>
    <message>
        <source>Consignee and address (4)</source>
        <translation>Грузополучатель и его адрес (4)</translation>
    </message>
    <message>
        <source>To the payment document (5)</source>
        <translation>К платёжно-расчётному документу (5)</translation>
    </message>
    <message>
        <source>Shipping document (5a)</source>
        <translation>Документ об отгрузке (5а)</translation>
    </message>
    <message>
        <source>lines 1 to %1: No. %2 of %3</source>
        <translation>№ п/п 1–%1: № %2 от %3</translation>
    </message>
    <message>
        <source>Buyer (6)</source>
        <translation>Покупатель (6)</translation>
    </message>
    <message>
        <source>Address (6a)</source>
        <translation>Адрес (6а)</translation>
    </message>
    <message>
        <source>Tax number and KPP of the buyer (6b)</source>
        <translation>ИНН/КПП покупателя (6б)</translation>
    </message>
    <message>
        <source>Currency: name, code (7)</source>
        <translation>Валюта: наименование, код (7)</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>of a line</comment>
        <translation>№ п/п</translation>
    </message>
    <message>
        <source>Goods, works, services</source>
        <translation>Наименование товара, описание работ, услуг</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Cost without tax</source>
        <translation>Стоимость без налога</translation>
    </message>
    <message>
        <source>Excise</source>
        <translation>В т. ч. акциз</translation>
    </message>
    <message>
        <source>Cost with tax</source>
        <translation>Стоимость с налогом</translation>
    </message>
    <message>
        <source>no excise</source>
        <translation>без акциза</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>без НДС</translation>
    </message>
    <message>
        <source>In all to be paid (9)</source>
        <translation>Всего к оплате (9)</translation>
    </message>
    <message>
        <source>Universal transfer document</source>
        <translation>Универсальный передаточный документ</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>of a transfer document</comment>
        <translation>Статус</translation>
    </message>
    <message>
        <source>1: invoice and act of transfer; 2: act of transfer</source>
        <translation>1 — счёт-фактура и передаточный документ (акт); 2 — передаточный документ (акт)</translation>
    </message>
    <message>
        <source>Goods handed over, services rendered (10)</source>
        <translation>Товар (груз) передал / услуги, результаты работ сдал (10)</translation>
    </message>
    <message>
        <source>Goods received, services accepted (15)</source>
        <translation>Товар (груз) получил / услуги, результаты работ принял (15)</translation>
    </message>
    <message>
        <source>Date of shipment or transfer (11)</source>
        <translation>Дата отгрузки, передачи (сдачи) (11)</translation>
    </message>
    <message>
        <source>Date of receipt (16)</source>
        <translation>Дата получения (приёмки) (16)</translation>
    </message>
    <message>
        <source>Head of the company or an authorised person</source>
        <translation>Руководитель организации или иное уполномоченное лицо</translation>
    </message>
    <message>
        <source>Chief accountant or an authorised person</source>
        <translation>Главный бухгалтер или иное уполномоченное лицо</translation>
    </message>
    <message>
        <source>Basis of the transfer (8)</source>
        <translation>Основание передачи (сдачи) / получения (приёмки) (8)</translation>
    </message>
    <message>
        <source>Item</source>
        <comment>a kind of line</comment>
        <translation>Позиция</translation>
    </message>
    <message>
        <source>Heading</source>
        <comment>a kind of line</comment>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Optional</source>
        <comment>a kind of line</comment>
        <translation>Необязательная</translation>
    </message>
    <message>
        <source>Empty: the price on the client&apos;s price list, else that of the item.</source>
        <translation>Пусто: цена из прайс-листа клиента, иначе цена товара.</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>Вид строки</translation>
    </message>
    <message>
        <source>A heading stands between the lines and has no price. What is optional has a price, but counts only when the client takes it.</source>
        <translation>Заголовок стоит между строками и цены не имеет. Необязательная строка цену имеет, но считается, только если клиент её выбрал.</translation>
    </message>
    <message>
        <source>Taken</source>
        <comment>an optional line</comment>
        <translation>Выбрана</translation>
    </message>
    <message>
        <source>The client takes this optional line: it counts in the total.</source>
        <translation>Клиент берёт эту необязательную строку: она входит в итог.</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Что с ней стало</translation>
    </message>
    <message>
        <source>Set against the invoice</source>
        <translation>Зачтено в счёт</translation>
    </message>
    <message>
        <source>Taken as credit</source>
        <translation>Стало кредитом клиента</translation>
    </message>
    <message>
        <source>What was paid already: take it as the client&apos;s credit, which settles other invoices or is paid back.</source>
        <translation>Что уже было оплачено: примите это как кредит клиента — он погасит другие счета или вернётся клиенту.</translation>
    </message>
    <message>
        <source>More is credited than was invoiced, together with the credit notes that there are already. Reduce the lines.</source>
        <translation>Вместе с уже выставленными кредит-нотами получается больше, чем сумма счёта. Уменьшите строки.</translation>
    </message>
    <message>
        <source>A part of it has become the client&apos;s credit. Delete that first, among the payments.</source>
        <translation>Часть её стала кредитом клиента. Сначала удалите этот кредит среди оплат.</translation>
    </message>
    <message>
        <source>Credited in all</source>
        <translation>Всего по кредит-нотам</translation>
    </message>
    <message>
        <source>Can still be credited</source>
        <translation>Ещё можно кредитовать</translation>
    </message>
    <message>
        <source>An invoice of %1 has been issued already, and numbers follow the dates here: choose that day or a later one.</source>
        <translation>Уже выставлен счёт от %1, а номера здесь идут по порядку дат: выберите этот день или более поздний.</translation>
    </message>
    <message>
        <source>Credit notes stand against this invoice. Cancel them first.</source>
        <translation>По этому счёту есть кредит-ноты. Сначала аннулируйте их.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Credit</source>
        <comment>out of a credit note</comment>
        <translation>Кредит</translation>
    </message>
    <message>
        <source>A refund is money that goes back to the client. A credit is what a credit note has left over.</source>
        <translation>Возврат — деньги, которые возвращаются клиенту. Кредит — то, что осталось от кредит-ноты.</translation>
    </message>
    <message>
        <source>Out of the credit note</source>
        <translation>По кредит-ноте</translation>
    </message>
    <message>
        <source>Of a refund: what it pays back.</source>
        <translation>У возврата: что он возвращает.</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Payments say what clients have paid, and for which invoices. One without invoices is a deposit: it settles later ones, or is paid back.</source>
        <translation>Оплаты показывают, что и по каким счетам заплатили клиенты. Оплата без счетов — аванс: он погасит следующие счета или вернётся.</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Авансы</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Возвраты</translation>
    </message>
    <message>
        <source>Payment that is paid back</source>
        <translation>Возвращаемая оплата</translation>
    </message>
    <message>
        <source>Payments that are paid back</source>
        <translation>Возвращаемые оплаты</translation>
    </message>
    <message>
        <source>A refund settles no invoices.</source>
        <translation>Возврат не погашает счетов.</translation>
    </message>
    <message>
        <source>The invoices and what was paid back together take more than was paid.</source>
        <translation>Счета и возвраты вместе больше, чем было оплачено.</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>So much is not left over of the payments and credits of this client.</source>
        <translation>Столько не осталось от оплат и кредитов этого клиента.</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>Вернуть деньги</translation>
    </message>
    <message>
        <source>Paid back on</source>
        <translation>Дата возврата</translation>
    </message>
    <message>
        <source>Empty: all that is left over.</source>
        <translation>Пусто: всё, что осталось.</translation>
    </message>
    <message>
        <source>Only a refund pays back other payments.</source>
        <translation>Другие оплаты возвращает только возврат.</translation>
    </message>
    <message>
        <source>This payment is of another client.</source>
        <translation>Это оплата другого клиента.</translation>
    </message>
    <message>
        <source>A refund cannot be paid back. Delete it instead.</source>
        <translation>Возврат нельзя вернуть. Удалите его.</translation>
    </message>
    <message>
        <source>This is more than is left over of the payment.</source>
        <translation>Это больше, чем осталось от оплаты.</translation>
    </message>
    <message>
        <source>Choose the payments below that are paid back; together they come to this amount. “Pay back” on a payment or on a client does it by itself.</source>
        <translation>Выберите ниже возвращаемые оплаты; вместе они дают эту сумму. Кнопка «Вернуть деньги» в оплате или у клиента делает это сама.</translation>
    </message>
    <message>
        <source>A credit comes out of a credit note: take it there.</source>
        <translation>Кредит получается из кредит-ноты: примите его там.</translation>
    </message>
    <message>
        <source>This is more than is left over of the credit note.</source>
        <translation>Это больше, чем осталось от кредит-ноты.</translation>
    </message>
    <message>
        <source>A part of this payment has been paid back. Delete the refund first.</source>
        <translation>Часть этой оплаты возвращена. Сначала удалите возврат.</translation>
    </message>
    <message>
        <source>Take as the client&apos;s credit</source>
        <translation>Принять как кредит клиента</translation>
    </message>
    <message>
        <source>For clients of the group that have no price list of their own.</source>
        <translation>Для клиентов группы, у которых нет своего прайс-листа.</translation>
    </message>
    <message>
        <source>What its documents take prices from. Empty: the list of its groups, else the prices of the items.</source>
        <translation>Откуда документы клиента берут цены. Пусто: прайс-лист его групп, иначе цены товаров.</translation>
    </message>
    <message>
        <source>Less what was paid back.</source>
        <translation>За вычетом возвращённого.</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Прибыль</translation>
    </message>
    <message>
        <source>What was invoiced, less credit notes and what was spent on them.</source>
        <translation>Выставлено счетов за вычетом кредит-нот и расходов на клиента.</translation>
    </message>
    <message>
        <source>The list has a price of this item from this quantity on already: change that one.</source>
        <translation>В прайс-листе уже есть цена этого товара от этого количества: измените её.</translation>
    </message>
    <message>
        <source>Price of an item</source>
        <translation>Цена товара</translation>
    </message>
    <message>
        <source>Prices of items</source>
        <translation>Цены товаров</translation>
    </message>
    <message>
        <source>Prices of items on a price list, also from a quantity on. They are filled in when a document of a client with this list names the item.</source>
        <translation>Цены товаров в прайс-листе, в том числе от количества. Подставляются, когда документ клиента с этим прайс-листом называет товар.</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>От количества</translation>
    </message>
    <message>
        <source>From this quantity on, until a greater one on the list. 0: always.</source>
        <translation>От этого количества и до следующего большего в прайс-листе. 0: всегда.</translation>
    </message>
    <message>
        <source>By quantity</source>
        <comment>prices</comment>
        <translation>От количества</translation>
    </message>
    <message>
        <source>There are prices in the old currency already. Make a second list for the other currency.</source>
        <translation>Уже есть цены в прежней валюте. Для другой валюты заведите второй прайс-лист.</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Прайс-листы</translation>
    </message>
    <message>
        <source>A price list says what some clients pay instead of the usual price, also by quantity. Choose it in the client or in a group of clients.</source>
        <translation>Прайс-лист задаёт, сколько некоторые клиенты платят вместо обычной цены, в том числе от количества. Выберите его у клиента или в группе клиентов.</translation>
    </message>
    <message>
        <source>Only documents in this currency take prices from the list. Leave it empty for the company&apos;s own currency.</source>
        <translation>Цены из прайс-листа берут только документы в этой валюте. Пусто: основная валюта компании.</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Действует с</translation>
    </message>
    <message>
        <source>Numbers of invoices in order of their dates</source>
        <translation>Номера счетов по порядку дат</translation>
    </message>
    <message>
        <source>Then an invoice that is dated before the last issued one is not issued.</source>
        <translation>Тогда счёт с датой раньше последнего выставленного не выставляется.</translation>
    </message>
    <message>
        <source>What was invoiced, less credit notes and expenses, by months, clients or projects. A number opens the records behind it.</source>
        <translation>Выставленные счета за вычетом кредит-нот и расходов: по месяцам, клиентам или проектам. Щелчок по сумме открывает записи, из которых она сложена.</translation>
    </message>
    <message>
        <source>Money received</source>
        <translation>Получено денег</translation>
    </message>
    <message>
        <source>By months</source>
        <translation>По месяцам</translation>
    </message>
    <message>
        <source>By quarters</source>
        <translation>По кварталам</translation>
    </message>
    <message>
        <source>By years</source>
        <translation>По годам</translation>
    </message>
    <message>
        <source>By clients</source>
        <translation>По клиентам</translation>
    </message>
    <message>
        <source>Without a client</source>
        <translation>Без клиента</translation>
    </message>
    <message>
        <source>By projects</source>
        <translation>По проектам</translation>
    </message>
    <message>
        <source>Without a project</source>
        <translation>Без проекта</translation>
    </message>
    <message>
        <source>This is for a lead, and the project is a client&apos;s. Choose the client.</source>
        <translation>Документ составлен для лида, а проект ведётся для клиента. Выберите клиента.</translation>
    </message>
    <message>
        <source>This project is another client&apos;s. Choose one of this client&apos;s.</source>
        <translation>Это проект другого клиента. Выберите проект этого клиента.</translation>
    </message>
    <message>
        <source>The project counts in another currency than this document.</source>
        <translation>Валюта проекта не совпадает с валютой документа.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>What it comes to counts in the sums of the project.</source>
        <translation>Сумма документа войдёт в итоги проекта.</translation>
    </message>
    <message>
        <source>Make a project</source>
        <translation>Создать проект</translation>
    </message>
    <message>
        <source>Project status</source>
        <translation>Статус проекта</translation>
    </message>
    <message>
        <source>Project statuses</source>
        <translation>Статусы проектов</translation>
    </message>
    <message>
        <source>The steps that a project goes through until it is completed.</source>
        <translation>Этапы, которые проект проходит до завершения.</translation>
    </message>
    <message>
        <source>On hold</source>
        <comment>meaning of a status</comment>
        <translation>Приостановлен</translation>
    </message>
    <message>
        <source>Empty: a project of your own.</source>
        <translation>Пусто: собственный проект компании.</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Members</source>
        <comment>of a project</comment>
        <translation>Участники</translation>
    </message>
    <message>
        <source>They see the project and work on it as the leader does.</source>
        <translation>Видят проект и работают с ним наравне с руководителем.</translation>
    </message>
    <message>
        <source>Price</source>
        <comment>of a project</comment>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>What was agreed for the whole.</source>
        <translation>О какой сумме за весь проект договорились.</translation>
    </message>
    <message>
        <source>The client&apos;s. Empty: the company&apos;s own currency.</source>
        <translation>Валюта клиента. Пусто: валюта компании.</translation>
    </message>
    <message>
        <source>Spent on it</source>
        <translation>Потрачено на проект</translation>
    </message>
    <message>
        <source>What was invoiced, less credit notes and what was spent on it.</source>
        <translation>Выставленные счета за вычетом кредит-нот и расходов по проекту.</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Invoices or expenses belong to this project already: its client stays as it is.</source>
        <translation>К проекту уже относятся счета или расходы: сменить клиента нельзя.</translation>
    </message>
    <message>
        <source>Invoices or expenses in the old currency belong to this project already.</source>
        <translation>К проекту уже относятся счета или расходы в прежней валюте.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>projects</comment>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>projects</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>projects</comment>
        <translation>Просроченные</translation>
    </message>
    <message>
        <source>Our own</source>
        <comment>projects</comment>
        <translation>Собственные</translation>
    </message>
    <message>
        <source>At a loss</source>
        <comment>projects</comment>
        <translation>Убыточные</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>projects</comment>
        <translation>Завершённые</translation>
    </message>
    <message>
        <source>Projects put together what is done for a client: tasks, files, documents, and what it all brings in and costs.</source>
        <translation>Проект собирает всё, что делается для клиента: задачи, файлы, документы, а также доходы и расходы.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>project status</comment>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>On hold</source>
        <comment>project status</comment>
        <translation>Приостановлен</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>project status</comment>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>project status</comment>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>The issued invoices of a period: what they come to, the taxes in it, what was paid and credited, and what is still due.</source>
        <translation>Выставленные счета за период: на какую сумму, сколько в ней налогов, сколько оплачено и зачтено кредит-нотами, каков остаток долга.</translation>
    </message>
    <message>
        <source>By owners</source>
        <translation>По ответственным</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <translation>Без ответственного</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Доходы</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Payments less what was paid back. Credits of credit notes are no money and are not in it.</source>
        <translation>Оплаты за вычетом возвратов. Кредиты по кредит-нотам — не деньги, их здесь нет.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>In all</source>
        <comment>of money</comment>
        <translation>Всего</translation>
    </message>
    <message>
        <source>By methods</source>
        <translation>По способам оплаты</translation>
    </message>
    <message>
        <source>Without a method</source>
        <translation>Без способа оплаты</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Потрачено</translation>
    </message>
    <message>
        <source>Expenses with their taxes, by months, categories, clients, projects or people.</source>
        <translation>Расходы с налогами: по месяцам, категориям, клиентам, проектам или сотрудникам.</translation>
    </message>
    <message>
        <source>Without tax</source>
        <translation>Без налога</translation>
    </message>
    <message>
        <source>By categories</source>
        <translation>По категориям</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Без категории</translation>
    </message>
    <message>
        <source>Coming in 7 days</source>
        <comment>repetitions</comment>
        <translation>Ближайшие 7 дней</translation>
    </message>
    <message>
        <source>All other dates are counted from it. The 31st is the last day of a shorter month. If it lies in the past, the invoices since then are made too; when they are more than a few, you are asked first.</source>
        <translation>От неё отсчитываются все остальные даты. 31-е число в коротком месяце — его последний день. Если дата в прошлом, создаются и счета с того времени; если их больше нескольких, программа сначала спросит.</translation>
    </message>
    <message>
        <source>Missed dates that are made without asking</source>
        <translation>Сколько пропущенных дат создавать без вопроса</translation>
    </message>
    <message>
        <source>When something that repeats has missed more dates than that, nothing is made until somebody decides. Empty: 3.</source>
        <translation>Если у повторяющейся записи пропущено больше дат, ничего не создаётся, пока кто-нибудь не решит. Пусто — 3.</translation>
    </message>
    <message>
        <source>Remind me of the next step</source>
        <translation>Напомнить мне о следующем шаге</translation>
    </message>
    <message>
        <source>In the morning of that day; yourself, not whoever does it.</source>
        <translation>Утром этого дня; вам самим, а не исполнителю.</translation>
    </message>
    <message>
        <source>Say on which day: that is when you are reminded.</source>
        <translation>Укажите день, в который нужно напомнить.</translation>
    </message>
    <message>
        <source>Subject</source>
        <comment>of a letter</comment>
        <translation>Тема</translation>
    </message>
    <message>
        <source>To</source>
        <comment>of a letter</comment>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Empty: of the contact, or else of the client.</source>
        <translation>Если пусто — адрес контакта, а если его нет, то клиента.</translation>
    </message>
    <message>
        <source>About the invoice</source>
        <translation>О счёте</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>To be sent</source>
        <comment>a letter</comment>
        <translation>К отправке</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>a letter</comment>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Did not arrive</source>
        <comment>a letter</comment>
        <translation>Не дошло</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>a letter</comment>
        <translation>Отозвано</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Запланировано на</translation>
    </message>
    <message>
        <source>How</source>
        <comment>a letter was sent</comment>
        <translation>Как отправлено</translation>
    </message>
    <message>
        <source>By one&apos;s own mail program</source>
        <translation>Своей почтовой программой</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <comment>a letter was sent</comment>
        <translation>Иначе</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Why it did not arrive</source>
        <translation>Почему не дошло</translation>
    </message>
    <message>
        <source>By the payment reminder</source>
        <translation>По напоминанию об оплате</translation>
    </message>
    <message>
        <source>This invoice is another client&apos;s.</source>
        <translation>Это счёт другого клиента.</translation>
    </message>
    <message>
        <source>Nothing is due on this invoice any more: withdraw the letter.</source>
        <translation>По этому счёту больше ничего не нужно платить: отзовите письмо.</translation>
    </message>
    <message>
        <source>Write the address first.</source>
        <translation>Сначала укажите адрес.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Письма</translation>
    </message>
    <message>
        <source>Letters to clients that wait to be sent, and those that were. Reminders of unpaid invoices appear here by themselves, once an administrator has switched on payment reminders.</source>
        <translation>Письма клиентам, которые ждут отправки, и уже отправленные. Напоминания о неоплаченных счетах появляются здесь сами, когда администратор включит напоминания об оплате.</translation>
    </message>
    <message>
        <source>This letter has been sent: what it says stays as it is.</source>
        <translation>Это письмо отправлено: его текст больше не меняется.</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Отметить отправленным</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>a letter</comment>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Send it after all</source>
        <translation>Всё-таки отправить</translation>
    </message>
    <message>
        <source>It did not arrive</source>
        <translation>Не дошло</translation>
    </message>
    <message>
        <source>To be sent</source>
        <comment>letters</comment>
        <translation>К отправке</translation>
    </message>
    <message>
        <source>Without an address</source>
        <translation>Без адреса</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>letters</comment>
        <translation>Отправленные</translation>
    </message>
    <message>
        <source>Did not arrive</source>
        <comment>letters</comment>
        <translation>Не дошли</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>letters</comment>
        <translation>Отозванные</translation>
    </message>
    <message>
        <source>Smallest payment</source>
        <translation>Наименьшая сумма</translation>
    </message>
    <message>
        <source>A smaller payment by this method is refused. In the company&apos;s own currency; payments in other currencies are not measured by it.</source>
        <translation>Оплата меньше этой суммы таким способом не принимается. В валюте компании; оплаты в других валютах с ней не сравниваются.</translation>
    </message>
    <message>
        <source>Payment reminder</source>
        <translation>Напоминание об оплате</translation>
    </message>
    <message>
        <source>Payment reminders</source>
        <translation>Напоминания об оплате</translation>
    </message>
    <message>
        <source>When a letter reminds a client of an unpaid invoice, and what it says. The letters wait in the list “Letters” until somebody sends them.</source>
        <translation>Когда письмо напоминает клиенту о неоплаченном счёте и что в нём написано. Письма ждут в списке «Письма», пока их кто-нибудь не отправит.</translation>
    </message>
    <message>
        <source>Days after the due date</source>
        <translation>Дней после срока оплаты</translation>
    </message>
    <message>
        <source>Below zero: so many days before it. 0: on the day itself.</source>
        <translation>Меньше нуля: за столько дней до срока. 0: в сам день.</translation>
    </message>
    <message>
        <source>In use</source>
        <comment>a payment reminder</comment>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Once it is, letters are written from that day on: for invoices whose day has come within the last 7 days, not for older ones.</source>
        <translation>С этого дня составляются письма: о счетах, чей день наступил за последние 7 дней, но не о более давних.</translation>
    </message>
    <message>
        <source>Markdown with variables in double braces. Of the invoice: {{number}}, {{bill_date}}, {{due_date}}, {{total}}, {{paid}}, {{balance}}, {{reference}}, {{owner}}, any other field by its key. Of the client: {{client.name}}; of the contact: {{contact.name}}; of the office: {{office.legal_name}}, {{office.bank}}, {{office.account}}, {{office.signatory}}. The day: {{today}}. What stands between {{#paid}} and {{/paid}} is there only when it is not empty.</source>
        <translation>Markdown с переменными в двойных фигурных скобках. Счёта: {{number}}, {{bill_date}}, {{due_date}}, {{total}}, {{paid}}, {{balance}}, {{reference}}, {{owner}} и любое другое поле по его ключу. Клиента: {{client.name}}; контакта: {{contact.name}}; компании: {{office.legal_name}}, {{office.bank}}, {{office.account}}, {{office.signatory}}. Дата: {{today}}. Текст между {{#paid}} и {{/paid}} появляется, только если поле не пусто.</translation>
    </message>
    <message>
        <source>In use</source>
        <comment>payment reminders</comment>
        <translation>Действующие</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанция об оплате</translation>
    </message>
    <message>
        <source>Note that the client has seen it</source>
        <translation>Отметить, что клиент посмотрел</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Кто посмотрел</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Просмотрено</translation>
    </message>
    <message>
        <source>This moment has not come yet.</source>
        <translation>Этот момент ещё не наступил.</translation>
    </message>
    <message>
        <source>Accepted for the client</source>
        <translation>Принято со стороны клиента</translation>
    </message>
    <message>
        <source>Signed for us</source>
        <translation>Подписано с нашей стороны</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>When its status became “Sent”.</source>
        <translation>Когда статус стал «Отправлено».</translation>
    </message>
    <message>
        <source>Who looked at it for the client.</source>
        <translation>Кто посмотрел документ со стороны клиента.</translation>
    </message>
    <message>
        <source>E-mail of who accepted</source>
        <translation>E-mail того, кто принял</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Our signature</source>
        <translation>Наша подпись</translation>
    </message>
    <message>
        <source>Countersigned on</source>
        <translation>Подписано нами</translation>
    </message>
    <message>
        <source>Countersigned by</source>
        <translation>Кто подписал с нашей стороны</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Подписать с нашей стороны</translation>
    </message>
    <message>
        <source>Only staff signs for us.</source>
        <translation>С нашей стороны подписывают только сотрудники.</translation>
    </message>
    <message>
        <source>Choose a payment reminder.</source>
        <translation>Выберите напоминание об оплате.</translation>
    </message>
    <message>
        <source>This client gets no payment reminders.</source>
        <translation>Этому клиенту не напоминают об оплате.</translation>
    </message>
    <message>
        <source>Letters written: %1, withdrawn: %2.</source>
        <translation>Составлено писем: %1, отозвано: %2.</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Не составлены: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Remind of the payment</source>
        <translation>Напомнить об оплате</translation>
    </message>
    <message>
        <source>What the letter says. It waits among the letters until somebody sends it.</source>
        <translation>Что написать в письме. Оно ждёт среди писем, пока его кто-нибудь не отправит.</translation>
    </message>
    <message>
        <source>Write reminders of unpaid invoices</source>
        <translation>Составлять напоминания о неоплаченных счетах</translation>
    </message>
    <message>
        <source>This settles none of the client&apos;s invoices in full, and they are not paid in part here.</source>
        <translation>На полное погашение хотя бы одного счёта клиента не хватает, а частями счета здесь не оплачивают.</translation>
    </message>
    <message>
        <source>Invoices are not paid in part here: settle all that is still due on it, or leave the payment without this invoice.</source>
        <translation>Счета здесь не оплачивают частями: погасите весь остаток по счёту или уберите этот счёт из оплаты.</translation>
    </message>
    <message>
        <source>Refund No. %1</source>
        <translation>Возврат № %1</translation>
    </message>
    <message>
        <source>Receipt No. %1</source>
        <translation>Квитанция об оплате № %1</translation>
    </message>
    <message>
        <source>Paid back to</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>Получено от</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>Вернул</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Получил</translation>
    </message>
    <message>
        <source>Out of the payment</source>
        <translation>Из оплаты</translation>
    </message>
    <message>
        <source>For the invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>A deposit: it is for no invoice yet.</source>
        <translation>Аванс: пока без счёта.</translation>
    </message>
    <message>
        <source>Of it for later invoices</source>
        <translation>Из них на будущие счета</translation>
    </message>
    <message>
        <source>A credit is no money that came: there is no receipt of it.</source>
        <translation>Кредит — не поступление денег: квитанции на него нет.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a reminder</comment>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Напомнить позже</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Say when you want to be reminded again.</source>
        <translation>Укажите, когда напомнить снова.</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>Открыть, о чём оно</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Напоминание</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Напоминания</translation>
    </message>
    <message>
        <source>What you want to be told of in time. Nobody else can see it; for a colleague make a task.</source>
        <translation>То, о чём нужно вовремя вспомнить. Больше этого не видит никто; для коллеги создайте задачу.</translation>
    </message>
    <message>
        <source>What</source>
        <comment>to be reminded of</comment>
        <translation>О чём</translation>
    </message>
    <message>
        <source>When</source>
        <comment>to be reminded</comment>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>reminders</comment>
        <translation>Сработавшие</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>reminders</comment>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>reminders</comment>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>reminders</comment>
        <translation>Выполненные</translation>
    </message>
    <message>
        <source>No payment reminders</source>
        <translation>Без напоминаний об оплате</translation>
    </message>
    <message>
        <source>No letters remind this client of unpaid invoices; those that wait are withdrawn.</source>
        <translation>Письма не напоминают этому клиенту о неоплаченных счетах; ожидающие отправки отзываются.</translation>
    </message>
    <message>
        <source>There are {year}, {yy}, {month}, {number} and, with zeros up to a width, {number:4}.</source>
        <translation>Есть {year}, {yy}, {month}, {number} и, с нулями до нужной ширины, {number:4}.</translation>
    </message>
    <message>
        <source>Curly braces stand around placeholders only.</source>
        <translation>Фигурные скобки ставятся только вокруг подстановок.</translation>
    </message>
    <message>
        <source>The width of a number is 1 to 18 digits, such as {number:4}.</source>
        <translation>Ширина номера — от 1 до 18 цифр, например {number:4}.</translation>
    </message>
    <message>
        <source>There is no placeholder {%1}.</source>
        <translation>Подстановки {%1} нет.</translation>
    </message>
    <message>
        <source>The number itself is missing: put {number} or {number:4} where it shall stand.</source>
        <translation>Не хватает самого номера: вставьте {number} или {number:4} туда, где он должен стоять.</translation>
    </message>
    <message>
        <source>The number may stand there only once.</source>
        <translation>Номер может стоять в шаблоне только один раз.</translation>
    </message>
    <message>
        <source>Numbers that begin anew each year need the year in them, {year} or {yy}; else they would repeat.</source>
        <translation>Если нумерация каждый год начинается заново, в номере нужен год, {year} или {yy}: иначе номера повторятся.</translation>
    </message>
    <message>
        <source>Numbers that begin anew each month need the year and the month in them, such as {yy}{month}-{number:3}; else they would repeat.</source>
        <translation>Если нумерация каждый месяц начинается заново, в номере нужны год и месяц, например {yy}{month}-{number:3}: иначе номера повторятся.</translation>
    </message>
    <message>
        <source>The longest of these numbers, %1, has %2 characters; there is room for %3. Shorten the pattern.</source>
        <translation>В самом длинном из этих номеров, %1, знаков: %2, а места — на %3. Сократите шаблон.</translation>
    </message>
    <message>
        <source>Records of this kind have no numbers.</source>
        <translation>У записей этого вида нет номеров.</translation>
    </message>
    <message>
        <source>Numbers that begin with “#” are those of drafts: begin with something else.</source>
        <translation>С «#» начинаются номера черновиков: начните номер с чего-нибудь другого.</translation>
    </message>
    <message>
        <source>Set the next number</source>
        <translation>Задать следующий номер</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>Следующий номер</translation>
    </message>
    <message>
        <source>Only upwards, and in the current period. A number that is used already is passed over.</source>
        <translation>Только вперёд и только в текущем периоде. Занятые номера пропускаются.</translation>
    </message>
    <message>
        <source>The series goes on from %1 already: numbers only go up.</source>
        <translation>Нумерация уже продолжается с %1: номер можно только увеличить.</translation>
    </message>
    <message>
        <source>Numbers of</source>
        <comment>which records a series is for</comment>
        <translation>Номера документов</translation>
    </message>
    <message>
        <source>Pattern</source>
        <comment>of numbers</comment>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>INV-{year}-{number:4}</source>
        <translation>СЧ-{year}-{number:4}</translation>
    </message>
    <message>
        <source>What stands in the number. {year} and {yy} are the year of the document, {month} is its month; {number} is the number itself, {number:4} with zeros up to four digits. A longer one just gets longer.</source>
        <translation>Из чего состоит номер. {year} и {yy} — год документа, {month} — его месяц; {number} — сам номер, {number:4} — с нулями до четырёх цифр. Если цифр больше, номер станет длиннее.</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <comment>a series of numbers</comment>
        <translation>Начинается заново</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>a series of numbers begins anew</comment>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Each year</source>
        <translation>Каждый год</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>Каждый месяц</translation>
    </message>
    <message>
        <source>By the date of the document: an invoice of December that is issued in January takes its number from December.</source>
        <translation>По дате документа: декабрьский счёт, выставленный в январе, получит номер из декабрьских.</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Первый номер</translation>
    </message>
    <message>
        <source>The first one of each period. Raise it, and the series goes on from there; what is used already is never given again.</source>
        <translation>С него начинается каждый период. Если его увеличить, нумерация продолжится с него; занятые номера повторно не выдаются.</translation>
    </message>
    <message>
        <source>Example</source>
        <comment>of a number</comment>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <comment>the next number</comment>
        <translation>Задано вручную</translation>
    </message>
    <message>
        <source>Set for the period</source>
        <comment>the next number</comment>
        <translation>За какой период</translation>
    </message>
    <message>
        <source>Number series</source>
        <comment>one</comment>
        <translation>Нумерация</translation>
    </message>
    <message>
        <source>Number series</source>
        <comment>several</comment>
        <translation>Нумерация</translation>
    </message>
    <message>
        <source>How invoices, orders and other documents are numbered: with the year, from a number of your own, anew each year. What is not listed here is numbered as it always was.</source>
        <translation>Как нумеруются счета, заказы и другие документы: с годом в номере, со своего номера, каждый год заново. Чего здесь нет, нумеруется как прежде.</translation>
    </message>
    <message>
        <source>Invoices are paid in full only</source>
        <translation>Счета оплачивают только целиком</translation>
    </message>
    <message>
        <source>Then a payment settles an invoice only with all that is still due on it. Credits are taken in part all the same.</source>
        <translation>Тогда оплата гасит счёт только всем остатком долга по нему. Кредиты зачитываются и частично.</translation>
    </message>
    <message>
        <source>Invoice {{number}}</source>
        <comment>payment reminder</comment>
        <translation>Счёт {{number}}</translation>
    </message>
    <message>
        <source>Before it is due</source>
        <comment>payment reminder</comment>
        <translation>Перед сроком оплаты</translation>
    </message>
    <message>
        <source>Dear Sir or Madam,

our invoice {{number}} of {{bill_date}} is due on {{due_date}}. There remain {{balance}} to be paid.

Kind regards
{{office.legal_name}}</source>
        <comment>payment reminder</comment>
        <translation>Добрый день!

Срок оплаты нашего счёта {{number}} от {{bill_date}} наступает {{due_date}}. К оплате: {{balance}}.

С уважением,
{{office.legal_name}}</translation>
    </message>
    <message>
        <source>First reminder</source>
        <comment>payment reminder</comment>
        <translation>Первое напоминание</translation>
    </message>
    <message>
        <source>Dear Sir or Madam,

our invoice {{number}} of {{bill_date}} was due on {{due_date}}; {{balance}} have not reached us yet. Perhaps it has escaped your notice. If you have paid meanwhile, please disregard this letter.

Kind regards
{{office.legal_name}}</source>
        <comment>payment reminder</comment>
        <translation>Добрый день!

Срок оплаты нашего счёта {{number}} от {{bill_date}} наступил {{due_date}}, но {{balance}} к нам ещё не поступили. Возможно, счёт остался незамеченным. Если вы уже заплатили, просто не обращайте внимания на это письмо.

С уважением,
{{office.legal_name}}</translation>
    </message>
    <message>
        <source>Second reminder</source>
        <comment>payment reminder</comment>
        <translation>Второе напоминание</translation>
    </message>
    <message>
        <source>Dear Sir or Madam,

our invoice {{number}} was due on {{due_date}}, and {{balance}} are still open. Please pay within a week, or tell us what stands in the way.

Kind regards
{{office.legal_name}}</source>
        <comment>payment reminder</comment>
        <translation>Добрый день!

Срок оплаты нашего счёта {{number}} наступил {{due_date}}, но {{balance}} всё ещё не оплачены. Пожалуйста, оплатите его в течение недели или сообщите, что этому мешает.

С уважением,
{{office.legal_name}}</translation>
    </message>
    <message>
        <source>A new invoice to this client is due so many days after its date. Empty: as the settings of the office say.</source>
        <translation>Новый счёт этому клиенту нужно оплатить через столько дней после даты счёта. Пусто — как сказано в настройках офиса.</translation>
    </message>
    <message>
        <source>Days to pay an invoice</source>
        <translation>Дней на оплату счёта</translation>
    </message>
    <message>
        <source>A new invoice that does not say it is due so many days after its date, unless its client has other terms. Empty: it has no such date.</source>
        <translation>Новый счёт без указанного срока нужно оплатить через столько дней после его даты, если у клиента не другие условия. Пусто — срока нет.</translation>
    </message>
    <message>
        <source>Our company</source>
        <translation>Наша компания</translation>
    </message>
    <message>
        <source>Who writes the document. Empty: the company in the settings of the office.</source>
        <translation>От чьего имени документ. Не указано: от компании из настроек офиса.</translation>
    </message>
    <message>
        <source>Our companies: %1</source>
        <translation>Наши компании: %1</translation>
    </message>
    <message>
        <source>settings of the office</source>
        <translation>настройки офиса</translation>
    </message>
    <message>
        <source>the number: issue the document first</source>
        <translation>номер: сначала выставьте документ</translation>
    </message>
    <message>
        <source>a document that counts: this one is cancelled</source>
        <translation>действующий документ: этот аннулирован</translation>
    </message>
    <message>
        <source>your company&apos;s name (%1)</source>
        <translation>название вашей компании (%1)</translation>
    </message>
    <message>
        <source>your company&apos;s tax number (%1)</source>
        <translation>ИНН вашей компании (%1)</translation>
    </message>
    <message>
        <source>your company&apos;s country code (%1)</source>
        <translation>код страны вашей компании (%1)</translation>
    </message>
    <message>
        <source>your company&apos;s electronic address (%1)</source>
        <translation>электронный адрес вашей компании (%1)</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>клиент</translation>
    </message>
    <message>
        <source>the client&apos;s country code (on the client)</source>
        <translation>код страны клиента (в карточке клиента)</translation>
    </message>
    <message>
        <source>the client&apos;s electronic address (on the client)</source>
        <translation>электронный адрес клиента (в карточке клиента)</translation>
    </message>
    <message>
        <source>the client&apos;s reference (on the invoice)</source>
        <translation>номер у клиента (в счёте)</translation>
    </message>
    <message>
        <source>a currency with two decimals at most: the format has no room for more</source>
        <translation>валюта не более чем с двумя знаками после запятой: больше формат не вмещает</translation>
    </message>
    <message>
        <source>The lines of %1 do not add up to its total, so that no e-invoice can be made of it.</source>
        <translation>Строки документа %1 не сходятся с его итогом, поэтому электронный счёт из него не получится.</translation>
    </message>
    <message>
        <source>one tax that is not withheld: the format has no room for two</source>
        <translation>один налог, кроме удерживаемых: двух формат не вмещает</translation>
    </message>
    <message>
        <source>the VAT category of the tax “%1” (Taxes)</source>
        <translation>категория НДС у налога «%1» (Налоги)</translation>
    </message>
    <message>
        <source>why no tax is charged by “%1” (Taxes)</source>
        <translation>основание освобождения у налога «%1» (Налоги)</translation>
    </message>
    <message>
        <source>why lines without tax bear none (%1)</source>
        <translation>основание, по которому строки без налога им не облагаются (%1)</translation>
    </message>
    <message>
        <source>your company&apos;s VAT number with the letters of the country, such as DE123456789 (%1)</source>
        <translation>номер НДС вашей компании с буквами страны, например DE123456789 (%1)</translation>
    </message>
    <message>
        <source>the client&apos;s VAT number with the letters of the country, such as DE123456789 (on the client)</source>
        <translation>номер НДС клиента с буквами страны, например DE123456789 (в карточке клиента)</translation>
    </message>
    <message>
        <source>the code of the unit “%1” (Units)</source>
        <translation>код единицы «%1» (Единицы измерения)</translation>
    </message>
    <message>
        <source>a line that is no heading</source>
        <translation>хотя бы одна строка, которая не заголовок</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <comment>VAT category</comment>
        <translation>Обратное начисление (reverse charge)</translation>
    </message>
    <message>
        <source>Export outside the EU</source>
        <comment>VAT category</comment>
        <translation>Экспорт за пределы ЕС</translation>
    </message>
    <message>
        <source>Not subject to VAT</source>
        <comment>VAT category</comment>
        <translation>Не облагается НДС</translation>
    </message>
    <message>
        <source>E-invoice (Peppol BIS Billing 3.0)</source>
        <translation>Электронный счёт (Peppol BIS Billing 3.0)</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>Код страны</translation>
    </message>
    <message>
        <source>Two letters, such as DE, for electronic invoices.</source>
        <translation>Две буквы, например DE; для электронных счетов.</translation>
    </message>
    <message>
        <source>Electronic address</source>
        <translation>Электронный адрес</translation>
    </message>
    <message>
        <source>There is no country with this code. It has two letters, such as DE.</source>
        <translation>Страны с таким кодом нет. Код состоит из двух букв, например DE.</translation>
    </message>
    <message>
        <source>Write the code of the scheme, a colon and the number, such as 9930:DE123456789.</source>
        <translation>Напишите код схемы, двоеточие и номер, например 9930:DE123456789.</translation>
    </message>
    <message>
        <source>Why lines without tax bear none</source>
        <translation>Почему строки без налога им не облагаются</translation>
    </message>
    <message>
        <source>Electronic invoices have to say it: the paragraph of the law by which you charge no tax.</source>
        <translation>В электронном счёте это указать обязательно: статья закона, по которой вы не начисляете налог.</translation>
    </message>
    <message>
        <source>VAT category</source>
        <translation>Категория НДС</translation>
    </message>
    <message>
        <source>Standard or reduced rate</source>
        <comment>VAT category</comment>
        <translation>Обычная или пониженная ставка</translation>
    </message>
    <message>
        <source>Zero rate</source>
        <comment>VAT category</comment>
        <translation>Нулевая ставка</translation>
    </message>
    <message>
        <source>Exempt from tax</source>
        <comment>VAT category</comment>
        <translation>Освобождено от налога</translation>
    </message>
    <message>
        <source>What electronic invoices call it. Empty: the standard or reduced rate, if it is above zero.</source>
        <translation>Как это называется в электронных счетах. Не указано: обычная или пониженная ставка, если она больше нуля.</translation>
    </message>
    <message>
        <source>Why no tax is charged</source>
        <translation>Почему налог не начисляется</translation>
    </message>
    <message>
        <source>For electronic invoices with a tax of 0 %: the paragraph of the law.</source>
        <translation>Для электронных счетов с налогом 0 %: статья закона.</translation>
    </message>
    <message>
        <source>Only the standard or reduced rate is above 0 %, and it always is.</source>
        <translation>Больше 0 % бывает только обычная или пониженная ставка, и она всегда больше.</translation>
    </message>
    <message>
        <source>Code of the unit</source>
        <translation>Код единицы</translation>
    </message>
    <message>
        <source>By the recommendation 20 of the United Nations, for electronic invoices: H87 is a piece, HUR an hour, KGM a kilogram.</source>
        <translation>По рекомендации ООН № 20, для электронных счетов: H87 — штука, HUR — час, KGM — килограмм.</translation>
    </message>
    <message>
        <source>A code has two or three letters and digits, such as H87.</source>
        <translation>Код — две-три латинские буквы или цифры, например H87.</translation>
    </message>
    <message>
        <source>your company&apos;s address (%1)</source>
        <translation>адрес вашей компании (%1)</translation>
    </message>
    <message>
        <source>who signs for your company (%1)</source>
        <translation>кто подписывает за вашу компанию (%1)</translation>
    </message>
    <message>
        <source>Company of ours</source>
        <translation>Наша компания</translation>
    </message>
    <message>
        <source>Our companies</source>
        <translation>Наши компании</translation>
    </message>
    <message>
        <source>Do you work under several companies? The main one stands in the settings of the office, the others here; invoices and other documents say which of them writes.</source>
        <translation>Работаете от нескольких компаний? Основная указана в настройках офиса, остальные — здесь; в счёте и других документах видно, от какой из них он.</translation>
    </message>
    <message>
        <source>New this month</source>
        <comment>clients</comment>
        <translation>Новые в этом месяце</translation>
    </message>
    <message>
        <source>New contacts this month</source>
        <translation>Новые контакты в этом месяце</translation>
    </message>
    <message>
        <source>With unpaid invoices</source>
        <translation>С неоплаченными счетами</translation>
    </message>
    <message>
        <source>With partly paid invoices</source>
        <translation>С частичной оплатой</translation>
    </message>
    <message>
        <source>With overdue invoices</source>
        <translation>С просроченными счетами</translation>
    </message>
    <message>
        <source>Have a credit</source>
        <comment>clients</comment>
        <translation>С переплатой</translation>
    </message>
    <message>
        <source>Work and offers</source>
        <translation>Работа и предложения</translation>
    </message>
    <message>
        <source>With open projects</source>
        <translation>С открытыми проектами</translation>
    </message>
    <message>
        <source>With new orders this month</source>
        <translation>С новыми заказами за месяц</translation>
    </message>
    <message>
        <source>With open estimates</source>
        <translation>С открытыми сметами</translation>
    </message>
    <message>
        <source>With open proposals</source>
        <translation>С открытыми предложениями</translation>
    </message>
    <message>
        <source>Overview of clients</source>
        <translation>Обзор клиентов</translation>
    </message>
    <message>
        <source>Largest debtors</source>
        <translation>Крупнейшие должники</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <comment>invoices</comment>
        <translation>Частично оплаченные</translation>
    </message>
    <message>
        <source>Due in 7 days</source>
        <translation>Оплата в ближайшие 7 дней</translation>
    </message>
    <message>
        <source>Issued this month</source>
        <comment>invoices</comment>
        <translation>Выставлено в этом месяце</translation>
    </message>
    <message>
        <source>Payments received this month</source>
        <translation>Получено оплат в этом месяце</translation>
    </message>
    <message>
        <source>Overview of invoices</source>
        <translation>Обзор счетов</translation>
    </message>
    <message>
        <source>Overdue for the longest time</source>
        <translation>Дольше всего просрочены</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>New this month</source>
        <comment>leads</comment>
        <translation>Новые в этом месяце</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>leads</comment>
        <translation>Требуют внимания</translation>
    </message>
    <message>
        <source>What came of them</source>
        <comment>leads</comment>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Lost this month</source>
        <comment>leads</comment>
        <translation>Отказы в этом месяце</translation>
    </message>
    <message>
        <source>Overview of leads</source>
        <translation>Обзор лидов</translation>
    </message>
    <message>
        <source>Largest open leads</source>
        <translation>Крупнейшие открытые лиды</translation>
    </message>
    <message>
        <source>Administrators see everything: they cannot be limited to groups of clients.</source>
        <translation>Администраторы видят всё: ограничить их группами клиентов нельзя.</translation>
    </message>
    <message>
        <source>Say that the role sees only clients of certain groups, or name none.</source>
        <translation>Отметьте, что роль видит только клиентов определённых групп, или не называйте групп.</translation>
    </message>
    <message>
        <source>Only clients of certain groups</source>
        <translation>Только клиенты определённых групп</translation>
    </message>
    <message>
        <source>People of this role then see and change only clients of the groups that are named, and what belongs to such clients: contacts, documents, projects, tasks, notes, files. It narrows what the rights allow and widens nothing. What belongs to no client is not limited.</source>
        <translation>Люди с этой ролью видят и изменяют только клиентов названных групп и то, что к ним относится: контакты, документы, проекты, задачи, заметки, файлы. Это сужает права и ничего не добавляет. То, что не относится ни к одному клиенту, не ограничено.</translation>
    </message>
    <message>
        <source>Groups of clients</source>
        <translation>Группы клиентов</translation>
    </message>
    <message>
        <source>A client that is in several groups is seen if one of them is named here. A client without a group is not seen, and without any group here no client is.</source>
        <translation>Клиент из нескольких групп виден, если здесь названа хотя бы одна из них. Клиент без группы не виден, а если групп не названо, не видно никого.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>The first one stands for the item in lists.</source>
        <translation>Первое изображение показывается в списках.</translation>
    </message>
    <message>
        <source>Shop window</source>
        <translation>Витрина</translation>
    </message>
    <message>
        <source>Goods and services that are shown to clients and still sold stand here.</source>
        <translation>Здесь стоят товары и услуги, которые продаются и показываются клиентам.</translation>
    </message>
    <message>
        <source>Place the order</source>
        <translation>Оформить заказ</translation>
    </message>
    <message>
        <source>“%1”: some name this company, so it stays. Rename it if you no longer write under its name.</source>
        <translation>«%1»: эта компания указана в документах, поэтому её нельзя удалить. Если от её имени больше не работают, переименуйте её.</translation>
    </message>
    <message>
        <source>Unless it stands in the address. Electronic invoices of some countries want it apart.</source>
        <translation>Если его нет в адресе. В электронных счетах некоторых стран он нужен отдельно.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 1 MB. Stands at the head of documents.</source>
        <translation>PNG или JPEG, не больше 1 МБ. Печатается вверху документов.</translation>
    </message>
    <message>
        <source>the VAT category that the tax “%1” had when it charged nothing: it has a rate now. Give it back what it was, and make a further tax for the new rate (Taxes)</source>
        <translation>категория НДС, которая была у налога «%1», когда его ставка была нулевой: теперь ставка другая. Верните налогу прежние ставку и категорию, а для новой ставки заведите ещё один налог (Налоги)</translation>
    </message>
    <message>
        <source>Where electronic invoices go in the Peppol network: the code of the scheme, a colon and the number, such as 9930:DE123456789. The codes: docs.peppol.eu/poacc/billing/3.0/codelist/eas</source>
        <translation>Куда идут электронные счета в сети Peppol: код схемы, двоеточие и номер, например 9930:DE123456789. Коды: docs.peppol.eu/poacc/billing/3.0/codelist/eas</translation>
    </message>
    <message>
        <source>Peppol knows no scheme %1. The list of codes: docs.peppol.eu/poacc/billing/3.0/codelist/eas</source>
        <translation>Схемы %1 в сети Peppol нет. Список кодов: docs.peppol.eu/poacc/billing/3.0/codelist/eas</translation>
    </message>
    <message>
        <source>This payment method takes no payments that are so small. See the payment method for the smallest one.</source>
        <translation>Этим способом такие маленькие суммы не принимаются. Наименьшая сумма указана в способе оплаты.</translation>
    </message>
    <message>
        <source>A payment is in the currency of its client.</source>
        <translation>Оплата учитывается в валюте клиента.</translation>
    </message>
    <message>
        <source>A credit is for the client of its credit note.</source>
        <translation>Кредит получает клиент, на которого оформлена кредит-нота.</translation>
    </message>
    <message>
        <source>Nine digits that a Russian bank is known by; of other banks the 8 or 11 letters and digits of SWIFT, for which the country code has to stand here too.</source>
        <translation>Девять цифр российского банка; у других банков — 8 или 11 букв и цифр SWIFT, для них нужен и код страны.</translation>
    </message>
    <message>
        <source>In Russia it is checked together with the BIC.</source>
        <translation>Российский счёт проверяется вместе с БИК.</translation>
    </message>
    <message>
        <source>a BIC (SWIFT) has 8 or 11 letters and digits, such as COBADEFFXXX.</source>
        <translation>в коде SWIFT 8 или 11 букв и цифр, например COBADEFFXXX.</translation>
    </message>
    <message>
        <source>It is the BIC of a bank in another country: fill in the country code too.</source>
        <translation>Это код SWIFT банка в другой стране: заполните и код страны.</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 1 MB. Stands at the head of this company&apos;s documents. Empty: the logo in the settings of the office.</source>
        <translation>PNG или JPEG, не больше 1 МБ. Печатается вверху документов этой компании. Не указан — логотип из настроек офиса.</translation>
    </message>
    <message>
        <source>What documents look like</source>
        <translation>Оформление документов</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Макет</translation>
    </message>
    <message>
        <source>Classic</source>
        <comment>a layout of documents</comment>
        <translation>Классический</translation>
    </message>
    <message>
        <source>Modern</source>
        <comment>a layout of documents</comment>
        <translation>Современный</translation>
    </message>
    <message>
        <source>Formal</source>
        <comment>a layout of documents</comment>
        <translation>Строгий</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>a layout of documents</comment>
        <translation>Компактный</translation>
    </message>
    <message>
        <source>Of invoices, offers, receipts, statements and acts. Modern: a coloured band and striped lines; Formal: serifs and a table with lines; Compact: small, for many lines. Empty: Classic.</source>
        <translation>Для счетов, предложений, квитанций, актов сверки и актов. Современный — цветная полоса и чередование строк; строгий — шрифт с засечками и таблица в линейку; компактный — мелкий, для длинных документов. Не указан — классический.</translation>
    </message>
    <message>
        <source>Accent colour of documents</source>
        <translation>Основной цвет документов</translation>
    </message>
    <message>
        <source>Of titles and heads. What could not be read is darkened. Empty: as the layout has it.</source>
        <translation>Цвет заголовков и шапки. Слишком светлый для чтения цвет печатается темнее. Не указан — как задано в макете.</translation>
    </message>
    <message>
        <source>Background of the lines</source>
        <translation>Фон таблицы позиций</translation>
    </message>
    <message>
        <source>Only the head</source>
        <comment>background of lines</comment>
        <translation>Только шапка</translation>
    </message>
    <message>
        <source>The head and every second line</source>
        <comment>background of lines</comment>
        <translation>Шапка и строки через одну</translation>
    </message>
    <message>
        <source>None</source>
        <comment>background of lines</comment>
        <translation>Без фона</translation>
    </message>
    <message>
        <source>Empty: as the layout has it.</source>
        <translation>Не указан — как задано в макете.</translation>
    </message>
    <message>
        <source>Colour of that background</source>
        <translation>Цвет фона таблицы</translation>
    </message>
    <message>
        <source>Lines get a light shade of it. Empty: by the accent colour.</source>
        <translation>Строки получают его светлый оттенок. Не указан — по основному цвету.</translation>
    </message>
    <message>
        <source>Text below documents</source>
        <translation>Текст внизу документов</translation>
    </message>
    <message>
        <source>Stands at the end of every document: how to pay, thanks, opening hours.</source>
        <translation>Печатается в конце каждого документа: как оплатить, благодарность, часы работы.</translation>
    </message>
    <message>
        <source>People of a client see only what is their client&apos;s anyway: limits are for staff.</source>
        <translation>Люди клиента и так видят только то, что относится к их клиенту: ограничения — для сотрудников.</translation>
    </message>
    <message>
        <source>New people are staff. Which roles contacts get stands in the settings of the office.</source>
        <translation>Новые люди — сотрудники. Какие роли получают контакты, задано в настройках офиса.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have this role. Staff and people of a client cannot share one: give them another first.</source>
        <translation>
            <numerusform>Эта роль у %n человека. Одна роль не может быть и у сотрудников, и у людей клиента: сначала дайте им другую.</numerusform>
            <numerusform>Эта роль у %n человек. Одна роль не может быть и у сотрудников, и у людей клиента: сначала дайте им другую.</numerusform>
            <numerusform>Эта роль у %n человек. Одна роль не может быть и у сотрудников, и у людей клиента: сначала дайте им другую.</numerusform>
        </translation>
    </message>
    <message>
        <source>No: people of a client. Each is tied to a contact and sees only what belongs to the clients of that contact, never internal fields, drafts or what belongs to no client.</source>
        <translation>Нет: люди клиента. Каждый связан с контактом и видит только то, что относится к клиентам этого контакта, без внутренних полей, черновиков и того, что не относится ни к одному клиенту.</translation>
    </message>
    <message>
        <source>Contact of a client</source>
        <translation>Контакт клиента</translation>
    </message>
    <message>
        <source>For people of a client: who they are among the contacts. They see only what belongs to the clients of this contact, and of that what their role allows.</source>
        <translation>Для людей клиента: кто это среди контактов. Они видят только то, что относится к клиентам этого контакта, и только то, что разрешает их роль.</translation>
    </message>
    <message>
        <source>This role is for staff. People of a client need one for them: with the mark “Staff” off.</source>
        <translation>Эта роль — для сотрудников. Людям клиента нужна роль без отметки «Сотрудники».</translation>
    </message>
    <message>
        <source>This role is for people of a client: say which contact this is. They see what belongs to the contact&apos;s clients.</source>
        <translation>Эта роль — для людей клиента: укажите контакт. Человек увидит то, что относится к клиентам этого контакта.</translation>
    </message>
    <message>
        <source>This contact signs in already, with another login.</source>
        <translation>Этот контакт уже входит в программу под другим логином.</translation>
    </message>
    <message>
        <source>Let them sign in</source>
        <translation>Дать доступ</translation>
    </message>
    <message>
        <source>Small Latin letters, digits, dots, hyphens and underscores. Empty: what stands before the @ of the e-mail.</source>
        <translation>Строчные латинские буквы, цифры, точки, дефисы и подчёркивания. Пусто: то, что стоит перед @ в адресе почты.</translation>
    </message>
    <message>
        <source>What they may see and do with what is their client&apos;s. Empty: as the settings of the office say for contacts.</source>
        <translation>Что этот человек видит и может делать с тем, что относится к его клиенту. Пусто: как задано для контактов в настройках офиса.</translation>
    </message>
    <message>
        <source>Role of primary contacts who sign in</source>
        <translation>Роль основных контактов с доступом</translation>
    </message>
    <message>
        <source>What the primary contact of a client gets when an administrator lets them sign in.</source>
        <translation>Что получает основной контакт клиента, когда администратор даёт ему доступ.</translation>
    </message>
    <message>
        <source>Role of other contacts who sign in</source>
        <translation>Роль остальных контактов с доступом</translation>
    </message>
    <message>
        <source>Client contact (accounts)</source>
        <comment>role</comment>
        <translation>Контакт клиента (расчёты)</translation>
    </message>
    <message>
        <source>Client contact (projects)</source>
        <comment>role</comment>
        <translation>Контакт клиента (проекты)</translation>
    </message>
    <message>
        <source>This contact has no e-mail: write a login.</source>
        <translation>У этого контакта нет эл. почты: введите логин.</translation>
    </message>
    <message>
        <source>Say which role. The settings of the office can name one for contacts.</source>
        <translation>Укажите роль. Роль для контактов можно задать в настройках офиса.</translation>
    </message>
    <message>
        <source>A field of this kind cannot be made fast: an index holds one short value.</source>
        <translation>Для поля этого вида быстрый отбор невозможен: в индексе хранится одно короткое значение.</translation>
    </message>
    <message>
        <source>Only a field that everybody sees can be made fast. What is hidden from some is asked for with each record, and no index helps there.</source>
        <translation>Быстрый отбор возможен только у поля, которое видят все. Право на скрытое поле проверяется для каждой записи, и индекс там не помогает.</translation>
    </message>
    <message>
        <source>%1 fields of these records are fast already, which is the limit: each of them makes saving slower. Take the mark off another one first.</source>
        <translation>Уже помечено полей этих записей: %1, больше нельзя, потому что каждое замедляет сохранение. Сначала снимите пометку с другого поля.</translation>
    </message>
    <message>
        <source>Fast to filter and sort</source>
        <translation>Быстрый отбор и сортировка</translation>
    </message>
    <message>
        <source>Its values get an index, so that lists of very many records are filtered and sorted by it at once. Each save takes a little longer; texts hold 250 characters at most; 20 fields of a kind of record. On a server the index comes with the next upgrade of the office.</source>
        <translation>По значениям строится индекс, и списки из очень многих записей отбираются и сортируются по этому полю сразу. Сохранение занимает чуть больше времени; в тексте не больше 250 знаков; не больше 20 таких полей у одного вида записей. На сервере индекс появится при следующем обновлении офиса.</translation>
    </message>
    <message>
        <source>Start new documents with it</source>
        <translation>Подставлять в новые документы</translation>
    </message>
    <message>
        <source>Start new documents with the office&apos;s company</source>
        <translation>Подставлять в новые документы основную компанию</translation>
    </message>
    <message>
        <source>New documents start with it</source>
        <translation>Подставляется в новые документы</translation>
    </message>
    <message>
        <source>Documents that somebody begins name this company, until another one is chosen in them. Set by the action of that name. Copies and imported documents say themselves whose they are.</source>
        <translation>Эта компания указывается в новых документах, пока в них не выбрана другая. Отметку ставит действие «Подставлять в новые документы». Копии и импортированные документы остаются с той компанией, что указана в них.</translation>
    </message>
    <message>
        <source>These have a series already: change that one.</source>
        <translation>Для этих документов нумерация уже задана: измените её.</translation>
    </message>
    <message>
        <source>These do not say which company of ours they are of: leave this empty.</source>
        <translation>В этих документах наша компания не указывается: оставьте поле пустым.</translation>
    </message>
    <message>
        <source>The series %1 could give the same numbers. Put something into the pattern that tells them apart, such as letters of the company.</source>
        <translation>Такие же номера может дать нумерация %1. Добавьте в шаблон то, что их отличит, например буквы названия компании.</translation>
    </message>
    <message>
        <source>Whose documents have these numbers, counted by themselves. Empty: the documents of all that have no series of their own.</source>
        <translation>Чьи документы получают эти номера; они считаются отдельно. Пусто — документы всех, у кого нет собственной нумерации.</translation>
    </message>
    <message>
        <source>The number that a document of today gets next. Who is no administrator sees how the first one of the current period looks.</source>
        <translation>Номер, который следующим получит документ с сегодняшней датой. Все, кроме администраторов, видят здесь, как выглядит первый номер текущего периода.</translation>
    </message>
    <message>
        <source>Records and company</source>
        <comment>what a series is for</comment>
        <translation>Документы и компания</translation>
    </message>
    <message>
        <source>%1 signs in for a client: teams are for staff.</source>
        <translation>%1 — человек клиента: команды только для сотрудников.</translation>
    </message>
    <message>
        <source>Markdown. @ and the first letters of a name, or a login, call a colleague, who is told at once if they may see the record.</source>
        <translation>Markdown. @ и первые буквы имени или логин упоминают коллегу: ему сразу сообщат об этом, если запись ему видна.</translation>
    </message>
    <message>
        <source>Mentions</source>
        <comment>people in a comment</comment>
        <translation>Упомянуты</translation>
    </message>
    <message>
        <source>Who is called by name in the text. The program fills it in.</source>
        <translation>Кто упомянут в тексте. Заполняет программа.</translation>
    </message>
    <message>
        <source>Mention me</source>
        <comment>comments</comment>
        <translation>Упоминают меня</translation>
    </message>
    <message>
        <source>Written by me</source>
        <comment>comments</comment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>customers, buyers, companies, counterparties</source>
        <comment>search words</comment>
        <translation>покупатели, заказчики, компании, контрагенты, организации</translation>
    </message>
    <message>
        <source>segments, kinds of clients</source>
        <comment>search words</comment>
        <translation>сегменты, категории клиентов, виды клиентов</translation>
    </message>
    <message>
        <source>people, persons, address book, phone book</source>
        <comment>search words</comment>
        <translation>люди, контактные лица, адресная книга, телефоны</translation>
    </message>
    <message>
        <source>deals, prospects, opportunities, sales funnel</source>
        <comment>search words</comment>
        <translation>сделки, потенциальные клиенты, воронка продаж</translation>
    </message>
    <message>
        <source>advertising, channels, marketing</source>
        <comment>search words</comment>
        <translation>реклама, каналы, маркетинг, откуда пришли</translation>
    </message>
    <message>
        <source>stages of a deal, sales funnel</source>
        <comment>search words</comment>
        <translation>стадии сделки, этапы, воронка продаж</translation>
    </message>
    <message>
        <source>sales funnel, stages, board</source>
        <comment>search words</comment>
        <translation>воронка продаж, стадии, этапы, доска</translation>
    </message>
    <message>
        <source>calls, meetings, visits, events</source>
        <comment>search words</comment>
        <translation>события, переговоры, визиты, телефонные звонки</translation>
    </message>
    <message>
        <source>enquiries, applications, answers to forms</source>
        <comment>search words</comment>
        <translation>заявки, обращения, ответы на анкеты</translation>
    </message>
    <message>
        <source>questionnaires, forms, surveys</source>
        <comment>search words</comment>
        <translation>анкеты, опросы, формы</translation>
    </message>
    <message>
        <source>offers, quotes</source>
        <comment>search words</comment>
        <translation>КП, предложения, офферы</translation>
    </message>
    <message>
        <source>quotations, calculations</source>
        <comment>search words</comment>
        <translation>расчёты, калькуляции, оценка стоимости</translation>
    </message>
    <message>
        <source>agreements, deals in writing</source>
        <comment>search words</comment>
        <translation>контракты, соглашения</translation>
    </message>
    <message>
        <source>sales, purchases</source>
        <comment>search words</comment>
        <translation>продажи, покупки, заявки покупателей</translation>
    </message>
    <message>
        <source>stages of an order</source>
        <comment>search words</comment>
        <translation>стадии заказа, этапы</translation>
    </message>
    <message>
        <source>goods, products, services, catalogue, stock</source>
        <comment>search words</comment>
        <translation>номенклатура, продукция, каталог, ассортимент</translation>
    </message>
    <message>
        <source>groups of goods, sections of the catalogue</source>
        <comment>search words</comment>
        <translation>группы товаров, разделы каталога</translation>
    </message>
    <message>
        <source>price, discounts, tariff</source>
        <comment>search words</comment>
        <translation>прайс, скидки, тарифы, стоимость</translation>
    </message>
    <message>
        <source>prices, discounts, tariffs</source>
        <comment>search words</comment>
        <translation>цены, скидки, тарифы</translation>
    </message>
    <message>
        <source>VAT, sales tax, rates</source>
        <comment>search words</comment>
        <translation>НДС, ставки налога</translation>
    </message>
    <message>
        <source>measures, pieces, kilograms</source>
        <comment>search words</comment>
        <translation>штуки, килограммы, меры</translation>
    </message>
    <message>
        <source>bills, billing, receivables</source>
        <comment>search words</comment>
        <translation>счета на оплату, выставить счёт, инвойсы, задолженность</translation>
    </message>
    <message>
        <source>returns, corrections of invoices, refunds</source>
        <comment>search words</comment>
        <translation>возвраты, корректировки счетов, сторно</translation>
    </message>
    <message>
        <source>cash, card, bank transfer</source>
        <comment>search words</comment>
        <translation>наличные, карта, безналичный расчёт, банковский перевод</translation>
    </message>
    <message>
        <source>dunning, overdue, debtors</source>
        <comment>search words</comment>
        <translation>должники, просрочка, взыскание долга</translation>
    </message>
    <message>
        <source>costs, spending</source>
        <comment>search words</comment>
        <translation>затраты, траты, издержки</translation>
    </message>
    <message>
        <source>kinds of costs</source>
        <comment>search words</comment>
        <translation>статьи расходов, виды затрат</translation>
    </message>
    <message>
        <source>recurring invoices, regular payments, monthly fee</source>
        <comment>search words</comment>
        <translation>регулярные счета, регулярные платежи, абонентская плата</translation>
    </message>
    <message>
        <source>mail, email, messages</source>
        <comment>search words</comment>
        <translation>почта, электронная почта, имейл, сообщения</translation>
    </message>
    <message>
        <source>jobs, work for clients</source>
        <comment>search words</comment>
        <translation>работы, работа для клиентов</translation>
    </message>
    <message>
        <source>stages of a project</source>
        <comment>search words</comment>
        <translation>стадии проекта, этапы</translation>
    </message>
    <message>
        <source>jobs, assignments, work</source>
        <comment>search words</comment>
        <translation>поручения, задания, работа</translation>
    </message>
    <message>
        <source>stages of a task, board</source>
        <comment>search words</comment>
        <translation>стадии задачи, этапы, доска</translation>
    </message>
    <message>
        <source>urgency, importance</source>
        <comment>search words</comment>
        <translation>срочность, важность</translation>
    </message>
    <message>
        <source>personal tasks, plans</source>
        <comment>search words</comment>
        <translation>личные задачи, список дел, планы</translation>
    </message>
    <message>
        <source>notifications, alarms</source>
        <comment>search words</comment>
        <translation>уведомления, оповещения, напомнить</translation>
    </message>
    <message>
        <source>memos, remarks</source>
        <comment>search words</comment>
        <translation>заметки, записки</translation>
    </message>
    <message>
        <source>documents, attachments, pictures</source>
        <comment>search words</comment>
        <translation>документы, вложения, картинки, изображения</translation>
    </message>
    <message>
        <source>directories</source>
        <comment>search words</comment>
        <translation>каталоги, разделы файлов</translation>
    </message>
    <message>
        <source>discussion, chat, messages</source>
        <comment>search words</comment>
        <translation>обсуждение, чат, сообщения</translation>
    </message>
    <message>
        <source>employees, staff, colleagues, accounts</source>
        <comment>search words</comment>
        <translation>пользователи, персонал, коллеги, работники, учётные записи</translation>
    </message>
    <message>
        <source>departments, groups of people</source>
        <comment>search words</comment>
        <translation>отделы, подразделения, группы сотрудников</translation>
    </message>
    <message>
        <source>rights, permissions, access</source>
        <comment>search words</comment>
        <translation>права, разрешения, доступ, полномочия</translation>
    </message>
    <message>
        <source>tags, marks</source>
        <comment>search words</comment>
        <translation>теги, ярлыки, пометки</translation>
    </message>
    <message>
        <source>own fields, additional fields, user-defined fields, columns</source>
        <comment>search words</comment>
        <translation>свои поля, дополнительные поля, пользовательские поля, новые столбцы</translation>
    </message>
    <message>
        <source>numbers of documents, numbering, counters</source>
        <comment>search words</comment>
        <translation>номера документов, нумератор, счётчики</translation>
    </message>
    <message>
        <source>snippets, templates of letters, phrases</source>
        <comment>search words</comment>
        <translation>заготовки, шаблоны писем, фразы</translation>
    </message>
    <message>
        <source>legal entity, bank details, logo, stamp</source>
        <comment>search words</comment>
        <translation>юридическое лицо, реквизиты, логотип, печать, организация</translation>
    </message>
    <message>
        <source>post, finalise, confirm, approve</source>
        <comment>search words</comment>
        <translation>провести, утвердить, подтвердить, выписать</translation>
    </message>
    <message>
        <source>void, annul, reverse, withdraw</source>
        <comment>search words</comment>
        <translation>аннулировать, отозвать, сторно, сторнировать</translation>
    </message>
    <message>
        <source>duplicate, clone, the same again</source>
        <comment>search words</comment>
        <translation>дублировать, копия, такой же, повторить</translation>
    </message>
    <message>
        <source>agreed, approved, signed, won</source>
        <comment>search words</comment>
        <translation>согласовано, одобрено, подписано, принять</translation>
    </message>
    <message>
        <source>reject, refused, lost</source>
        <comment>search words</comment>
        <translation>отказ, отказались, не согласовано, отклонить</translation>
    </message>
    <message>
        <source>opened, read, viewed by the client</source>
        <comment>search words</comment>
        <translation>открыто, прочитано, клиент посмотрел</translation>
    </message>
    <message>
        <source>sign, signature, stamp</source>
        <comment>search words</comment>
        <translation>подписать, подпись, печать</translation>
    </message>
    <message>
        <source>insert a text, fill in, snippet</source>
        <comment>search words</comment>
        <translation>вставить текст, заполнить, заготовка</translation>
    </message>
    <message>
        <source>take payment, accept payment, record a payment, receive money, paid</source>
        <comment>search words</comment>
        <translation>принять оплату, провести оплату, внести платёж, получить деньги, оплачено</translation>
    </message>
    <message>
        <source>allocate the payment, distribute, apply to invoices, offset</source>
        <comment>search words</comment>
        <translation>распределить платёж, разнести оплату, зачесть в счета, зачёт</translation>
    </message>
    <message>
        <source>refund, return money</source>
        <comment>search words</comment>
        <translation>возврат, вернуть деньги</translation>
    </message>
    <message>
        <source>keep as an advance, offset, overpayment</source>
        <comment>search words</comment>
        <translation>оставить авансом, зачёт, переплата</translation>
    </message>
    <message>
        <source>refund, return, correct the invoice, reverse</source>
        <comment>search words</comment>
        <translation>возврат, исправить счёт, корректировка, сторно</translation>
    </message>
    <message>
        <source>send a reminder, dunning, ask for money, overdue, debt</source>
        <comment>search words</comment>
        <translation>напомнить об оплате, должник, долг, просрочка, попросить деньги</translation>
    </message>
    <message>
        <source>turn into an estimate, convert, quotation</source>
        <comment>search words</comment>
        <translation>сделать смету, превратить, преобразовать, расчёт стоимости</translation>
    </message>
    <message>
        <source>turn into an order, convert, sale</source>
        <comment>search words</comment>
        <translation>сделать заказ, превратить, преобразовать, продажа</translation>
    </message>
    <message>
        <source>turn into an invoice, convert, bill the client</source>
        <comment>search words</comment>
        <translation>выставить счёт, сделать счёт, превратить, преобразовать</translation>
    </message>
    <message>
        <source>turn into a contract, convert, agreement</source>
        <comment>search words</comment>
        <translation>сделать договор, превратить, преобразовать, соглашение</translation>
    </message>
    <message>
        <source>turn into a project, convert, start work</source>
        <comment>search words</comment>
        <translation>сделать проект, превратить, преобразовать, начать работу</translation>
    </message>
    <message>
        <source>turn into a lead, convert, deal</source>
        <comment>search words</comment>
        <translation>сделать лид, превратить, преобразовать, сделка</translation>
    </message>
    <message>
        <source>turn into a client, convert, customer</source>
        <comment>search words</comment>
        <translation>сделать клиентом, превратить, преобразовать, покупатель</translation>
    </message>
    <message>
        <source>turn into a task, convert, assignment</source>
        <comment>search words</comment>
        <translation>сделать задачу, превратить, преобразовать, поручение</translation>
    </message>
    <message>
        <source>turn into a client, won, deal closed</source>
        <comment>search words</comment>
        <translation>сделать клиентом, выиграли, сделка закрыта</translation>
    </message>
    <message>
        <source>refused, rejected, close the lead</source>
        <comment>search words</comment>
        <translation>отказ, отклонить, закрыть лид, проиграли</translation>
    </message>
    <message>
        <source>send, has been sent</source>
        <comment>search words</comment>
        <translation>отправить, отправлено</translation>
    </message>
    <message>
        <source>do not send, cancel, take back</source>
        <comment>search words</comment>
        <translation>не отправлять, отменить, отозвать</translation>
    </message>
    <message>
        <source>send again, resend</source>
        <comment>search words</comment>
        <translation>отправить ещё раз, повторить отправку</translation>
    </message>
    <message>
        <source>bounced, not delivered, returned</source>
        <comment>search words</comment>
        <translation>не доставлено, вернулось, не дошло</translation>
    </message>
    <message>
        <source>start, switch on, turn on</source>
        <comment>search words</comment>
        <translation>запустить, включить, начать</translation>
    </message>
    <message>
        <source>suspend, hold, stop for a while</source>
        <comment>search words</comment>
        <translation>приостановить, остановить на время, пауза</translation>
    </message>
    <message>
        <source>go on, continue, start again</source>
        <comment>search words</comment>
        <translation>продолжить, возобновить, запустить снова</translation>
    </message>
    <message>
        <source>money received, receipts, cash, take payment</source>
        <comment>search words</comment>
        <translation>полученные деньги, поступления, касса, принять оплату</translation>
    </message>
    <message>
        <source>stop, end, terminate, unsubscribe</source>
        <comment>search words</comment>
        <translation>завершить, прекратить, остановить, отписать</translation>
    </message>
</context>
<context>
    <name>crm::work</name>
    <message numerus="yes">
        <source>Made %n record(s).</source>
        <translation>
            <numerusform>Создана %n запись.</numerusform>
            <numerusform>Создано %n записи.</numerusform>
            <numerusform>Создано %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Отказано: %1</translation>
    </message>
    <message>
        <source>Make what repeats</source>
        <translation>Создавать повторяющееся</translation>
    </message>
    <message>
        <source>Remove what is needed no longer</source>
        <translation>Удалять ненужное</translation>
    </message>
    <message>
        <source>Tidied up.</source>
        <translation>Порядок наведён.</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Повторение</translation>
    </message>
    <message>
        <source>Repeat every</source>
        <translation>Повторять каждые</translation>
    </message>
    <message>
        <source>How many days, weeks, months or years lie between two of them.</source>
        <translation>Сколько дней, недель, месяцев или лет проходит между двумя.</translation>
    </message>
    <message>
        <source>Unit</source>
        <comment>of a repetition</comment>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Недели</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Месяцы</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Годы</translation>
    </message>
    <message>
        <source>Empty: it does not repeat.</source>
        <translation>Пусто: не повторяется.</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Сколько раз</translation>
    </message>
    <message>
        <source>Empty: until you stop it.</source>
        <translation>Пусто: пока вы не остановите.</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>За сколько дней</translation>
    </message>
    <message>
        <source>So many days before its date the next one is made.</source>
        <translation>За столько дней до даты создаётся следующая.</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>Следующая дата</translation>
    </message>
    <message>
        <source>Made so far</source>
        <translation>Уже создано</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Повторяет</translation>
    </message>
    <message>
        <source>To be made on</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Отсчёт от</translation>
    </message>
    <message>
        <source>Steps since then</source>
        <translation>Шагов с тех пор</translation>
    </message>
    <message>
        <source>Say when it is due first: repetitions are counted from this date.</source>
        <translation>Укажите первый срок: повторения отсчитываются от этой даты.</translation>
    </message>
    <message>
        <source>Make the next one now</source>
        <translation>Создать следующую сейчас</translation>
    </message>
    <message>
        <source>Repeating</source>
        <translation>Повторяющиеся</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Far behind, the rest follows with the next run: %1</source>
        <translation>Большое отставание, остальное — при следующем запуске: %1</translation>
    </message>
    <message>
        <source>Last made for</source>
        <translation>Последний раз сделано за</translation>
    </message>
    <message>
        <source>Ends with the date</source>
        <translation>Последняя дата</translation>
    </message>
    <message>
        <source>Paused on</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Resumed on</source>
        <translation>Возобновлено</translation>
    </message>
    <message>
        <source>Something from before the last pause is still to be made. Make it first.</source>
        <translation>Ещё не сделано то, что было до прошлой паузы. Сначала сделайте это.</translation>
    </message>
    <message>
        <source>What falls before %1 has been made already: let it begin on a later date.</source>
        <translation>До %1 всё уже сделано: пусть начинается позже.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n missed)</source>
        <translation>
            <numerusform>%1 (пропущена %n дата)</numerusform>
            <numerusform>%1 (пропущено %n даты)</numerusform>
            <numerusform>%1 (пропущено %n дат)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is made before somebody decides about what was missed: %1%2</source>
        <translation>Ничего не создаётся, пока не решено, что делать с пропущенным: %1%2</translation>
    </message>
    <message>
        <source>Missed dates</source>
        <translation>Пропущено дат</translation>
    </message>
    <message>
        <source>So many dates have passed without anything being made. They wait until somebody makes them or skips them; nothing is made meanwhile.</source>
        <translation>Столько дат прошло, и на них ничего не создано. Они ждут, пока кто-нибудь создаст их или пропустит; до этого ничего не создаётся.</translation>
    </message>
    <message>
        <source>Decided up to</source>
        <translation>Решено до</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Ждут решения</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) passed without anything being made (%1): make or skip what was missed.</source>
        <translation>
            <numerusform>Пропущена %n дата (%1): ничего не создано. Создайте пропущенное или пропустите его.</numerusform>
            <numerusform>Пропущены %n даты (%1): ничего не создано. Создайте пропущенное или пропустите его.</numerusform>
            <numerusform>Пропущено %n дат (%1): ничего не создано. Создайте пропущенное или пропустите его.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has ended: nothing more is made.</source>
        <translation>Завершено: больше ничего не создаётся.</translation>
    </message>
    <message numerus="yes">
        <source>Made as often as wanted: %n time(s).</source>
        <translation>
            <numerusform>Создано столько раз, сколько нужно: %n раз.</numerusform>
            <numerusform>Создано столько раз, сколько нужно: %n раза.</numerusform>
            <numerusform>Создано столько раз, сколько нужно: %n раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is paused: its dates pass until it goes on.</source>
        <translation>Приостановлено: даты проходят, пока не возобновят.</translation>
    </message>
    <message>
        <source>From before the pause are still to be made: %1</source>
        <translation>С дат до приостановки ещё будут созданы: %1</translation>
    </message>
    <message>
        <source>Nothing is made yet. Once it begins: %1</source>
        <translation>Пока ничего не создаётся. После начала: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Ближайшие: %1</translation>
    </message>
    <message>
        <source>%1 of %2 to come.</source>
        <comment>repetitions</comment>
        <translation>Осталось %1 из %2.</translation>
    </message>
    <message>
        <source>It goes on with %1.</source>
        <translation>Дальше — %1.</translation>
    </message>
    <message>
        <source>Passed: %1.</source>
        <translation>Прошли даты: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Make the %n missed</source>
        <translation>
            <numerusform>Создать пропущенную (%n)</numerusform>
            <numerusform>Создать пропущенные (%n)</numerusform>
            <numerusform>Создать пропущенные (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the %n missed now?</source>
        <translation>
            <numerusform>Создать %n пропущенную?</numerusform>
            <numerusform>Создать %n пропущенные?</numerusform>
            <numerusform>Создать %n пропущенных?</numerusform>
        </translation>
    </message>
    <message>
        <source>For each of them a record is made with its date: %1 now, the rest by the program itself, in portions.</source>
        <translation>На каждую дату создаётся запись: %1 сразу, остальные программа создаст сама, по частям.</translation>
    </message>
    <message>
        <source>For each of them a record is made with its date.</source>
        <translation>На каждую дату создаётся запись.</translation>
    </message>
    <message numerus="yes">
        <source>Skip the %n missed</source>
        <translation>
            <numerusform>Пропустить (%n)</numerusform>
            <numerusform>Пропустить (%n)</numerusform>
            <numerusform>Пропустить (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip the %n missed?</source>
        <translation>
            <numerusform>Пропустить %n дату?</numerusform>
            <numerusform>Пропустить %n даты?</numerusform>
            <numerusform>Пропустить %n дат?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is made for them, now or later, and they do not count as made.</source>
        <translation>На эти даты ничего не создаётся ни сейчас, ни потом, и созданными они не считаются.</translation>
    </message>
    <message>
        <source>Make what was missed</source>
        <translation>Создать пропущенное</translation>
    </message>
    <message>
        <source>Skip what was missed</source>
        <translation>Пропустить пропущенное</translation>
    </message>
</context>
<context>
    <name>mycrm</name>
    <message>
        <source>A CRM on your own computer.</source>
        <translation>CRM на вашем компьютере.</translation>
    </message>
    <message>
        <source>The database to open.</source>
        <translation>База данных, которую нужно открыть.</translation>
    </message>
    <message>
        <source>Who signs in.</source>
        <translation>Под каким логином войти.</translation>
    </message>
    <message>
        <source>Opens the demo.</source>
        <translation>Открыть демо.</translation>
    </message>
    <message>
        <source>en or ru; this time only.</source>
        <translation>en или ru; только на этот запуск.</translation>
    </message>
    <message>
        <source>light or dark; this time only.</source>
        <translation>light или dark; только на этот запуск.</translation>
    </message>
    <message>
        <source>Saves a picture of every page into a folder, then ends.</source>
        <translation>Сохранить снимки всех страниц в папку и завершить работу.</translation>
    </message>
    <message>
        <source>Of the tour only pictures whose name contains this.</source>
        <translation>Из этих снимков — только те, в имени которых есть этот текст.</translation>
    </message>
    <message>
        <source>Of the tour only this size, such as 1280x800.</source>
        <translation>Из этих снимков — только этого размера, например 1280x800.</translation>
    </message>
    <message>
        <source>Prints how long the start took until the list of the entity was filled, then ends.</source>
        <translation>Вывести, сколько занял запуск до заполнения списка записей этого вида, и завершить работу.</translation>
    </message>
    <message>
        <source>Not ready in time: %1</source>
        <translation>Не готово вовремя: %1</translation>
    </message>
    <message>
        <source>%1 pictures in %2</source>
        <translation>Снимков: %1, папка: %2</translation>
    </message>
    <message>
        <source>The connection to a server to open.</source>
        <translation>Подключение к серверу, которое открыть.</translation>
    </message>
    <message>
        <source>Size of text in percent, 80 to 200; this time only.</source>
        <translation>Размер текста в процентах, от 80 до 200; только на этот раз.</translation>
    </message>
    <message>
        <source>No font was found on this computer, so nothing could be read. Install one, such as DejaVu Sans or Noto Sans.</source>
        <translation>На этом компьютере не найдено ни одного шрифта, прочитать ничего не удалось бы. Установите шрифт, например DejaVu Sans или Noto Sans.</translation>
    </message>
</context>
</TS>
