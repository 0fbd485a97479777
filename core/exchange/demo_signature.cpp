#include "core/exchange/demo_signature.h"
#include <array>

namespace crm {

namespace {
// A circle in twelfths, in thousandths of its radius, from the right against the clock: whole numbers, so that every
// machine draws the same.
constexpr std::array<QPoint, 12> circle{{{1000, 0},
                                         {866, -500},
                                         {500, -866},
                                         {0, -1000},
                                         {-500, -866},
                                         {-866, -500},
                                         {-1000, 0},
                                         {-866, 500},
                                         {-500, 866},
                                         {0, 1000},
                                         {500, 866},
                                         {866, 500}}};
} // namespace

Drawing demoSignature(Dice &dice)
{
    constexpr int line = 290, firstHeight = 120;
    QList<QPoint> word;
    int x = int(dice.between(120, 200));
    const int letters = int(dice.between(5, 8));
    for (int letter = 0; letter < letters; ++letter) {
        const int wide = int(dice.between(24, 46));
        const int high =
            letter == 0 ? firstHeight : int(dice.chance(25) ? dice.between(80, 100) : dice.between(28, 48));
        const qsizetype steps = qsizetype(circle.size()) + 6; // once around and on to the next letter
        for (qsizetype step = 0; step < steps; ++step) {
            const QPoint on = circle[(step + 9) % circle.size()]; // from its foot
            word << QPoint(x + on.x() * wide / 1000 + int(step) * wide / 12, line - high + on.y() * high / 1000);
        }
        x += wide * 3 / 2 + wide / 2;
    }
    const int end = std::min(x + int(dice.between(40, 120)), drawingWidth - 60);
    const int below = int(dice.between(320, 360));
    return {{word, {QPoint(end, below - 20), QPoint((end + 200) / 2, below), QPoint(180, below - 12)}}};
}

} // namespace crm
