// Pictures out of bytes that anybody may have attached. Thread: any; slow for large ones.
#pragma once
#include "ui/ui_export.h"
#include <QImage>

namespace crm {

struct DecodedPicture
{
    enum State {
        None,     ///< no picture of a kind that Qt knows
        Damaged,  ///< it ends too early, or makes no sense
        TooLarge, ///< of more pixels than are decoded here: a few bytes may claim billions
        Whole,
    };
    State state = None;
    QImage image = {};  ///< of a whole one
    QSize claimed = {}; ///< pixels, by its header; empty: it does not say
};

/// Upright, and made smaller until no side is longer, in pixels.
CRM_UI DecodedPicture decodePicture(const QByteArray &bytes, int longestSide);

} // namespace crm
