<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>equipment</name>
    <message>
        <source>Take back</source>
        <translation>Принять обратно</translation>
    </message>
    <message>
        <source>Use: %1</source>
        <translation>Вызов: %1</translation>
    </message>
    <message>
        <source>No warranty ends in that time.</source>
        <translation>За это время ни одна гарантия не кончается.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Компьютер</translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>a device</comment>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Мебель</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>of a door</comment>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>На складе</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Выдано</translation>
    </message>
    <message>
        <source>In repair</source>
        <translation>В ремонте</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Списано</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
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
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>У кого</translation>
    </message>
    <message>
        <source>The person who has it now. Filling this in hands it over.</source>
        <translation>Человек, у которого вещь сейчас. Если указать его, вещь считается выданной.</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Выдано</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Куплено</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Покупка</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>Гарантия до</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Piece of equipment</source>
        <translation>Предмет имущества</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Имущество</translation>
    </message>
    <message>
        <source>Laptops, phones, keys and the like: what the office owns and who holds it.</source>
        <translation>Ноутбуки, телефоны, ключи и прочее: чем владеет контора и что у кого на руках.</translation>
    </message>
    <message>
        <source>With people</source>
        <translation>На руках</translation>
    </message>
    <message>
        <source>Warranty ends soon</source>
        <translation>Гарантия скоро кончится</translation>
    </message>
    <message>
        <source>Lists equipment whose warranty ends soon</source>
        <translation>Показывает имущество, у которого скоро кончится гарантия</translation>
    </message>
    <message>
        <source>Say who holds it, or choose another state.</source>
        <translation>Укажите, у кого вещь, или выберите другое состояние.</translation>
    </message>
    <message>
        <source>What is written off cannot be with a person: take it back first.</source>
        <translation>Списанное не может числиться за человеком: сначала примите вещь обратно.</translation>
    </message>
    <message>
        <source>Who holds what</source>
        <translation>Что у кого</translation>
    </message>
    <message>
        <source>New piece of equipment</source>
        <translation>Новый предмет имущества</translation>
    </message>
    <message>
        <source>No equipment yet. Ctrl+N adds the first piece.</source>
        <translation>Имущества пока нет. Ctrl+N добавит первый предмет.</translation>
    </message>
    <message>
        <source>With nobody</source>
        <translation>Ни у кого</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n предмет</numerusform>
            <numerusform>%n предмета</numerusform>
            <numerusform>%n предметов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, у кого: %2</translation>
    </message>
    <message>
        <source>No warranty ends within 30 days.</source>
        <translation>В ближайшие 30 дней гарантии не кончаются.</translation>
    </message>
</context>
</TS>
