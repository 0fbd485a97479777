// Pictures out of bytes that anybody may have attached. Thread: any; slow for large ones.
#pragma once
#include "ui/ui_export.h"
#include <QImage>
#include <optional>

namespace crm {

/// Upright, and made smaller until no side is longer, in pixels. Nothing: it is no picture of a kind that Qt knows.
/// Null: it is damaged, or decoding it would take more than 512 MiB.
CRM_UI std::optional<QImage> decodePicture(const QByteArray &bytes, int longestSide);

} // namespace crm
