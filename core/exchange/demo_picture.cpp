#include "core/exchange/demo_picture.h"

namespace crm {

QByteArray demoPicture(const QStringList &shapes, Dice &dice)
{
    struct Tones
    {
        QString ground, light, dark;
    };
    static const QList<Tones> tones{{"#eef3f8", "#7fa8d6", "#3b5f8a"}, {"#eef6f1", "#79bd98", "#3a7355"},
                                    {"#f8f2ea", "#dba86c", "#8a5f2c"}, {"#f6eef6", "#b893c9", "#6a4a7c"},
                                    {"#f8eeee", "#d98f8f", "#8a4545"}, {"#edf5f6", "#74b5bd", "#35707a"}};
    const Tones &tone = dice.pick(tones);
    QString thing = shapes.join(QString());
    thing.replace(QStringLiteral("%1"), tone.light).replace(QStringLiteral("%2"), tone.dark);
    return QStringLiteral("<svg xmlns='http://www.w3.org/2000/svg' width='240' height='180' viewBox='0 0 240 180'>"
                          "<rect width='240' height='180' fill='%1'/>"
                          "<ellipse cx='120' cy='154' rx='70' ry='8' fill='#000000' fill-opacity='0.08'/>%2</svg>")
        .arg(tone.ground, thing)
        .toUtf8();
}

} // namespace crm
