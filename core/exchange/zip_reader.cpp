#include "core/exchange/zip_reader.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <optional>
#include <zip.h>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ZipReader)
};

// A sheet of a million rows and twenty columns is about 1 GiB of XML; it packs to a tenth or a fiftieth. Deflate ends
// at 1:1032, so what claims to be far beyond a fiftieth was made to fill memories and disks.
constexpr qint64 mostUnpacked = qint64(8) << 30;
constexpr qint64 harmless = qint64(64) << 20; ///< so many bytes may be packed as tightly as they like
constexpr qint64 mostRatio = 300;
constexpr zip_int64_t mostEntries = 10'000;

[[noreturn]] void refuse(const QString &sentence, const QString &details = {})
{
    throw Error(ErrorKind::Unsupported, sentence, details);
}

/// What libzip asks of a source, answered by a QIODevice.
struct DeviceSource
{
    QIODevice &device;
    zip_error_t error;

    static zip_int64_t answer(void *state, void *data, zip_uint64_t size, zip_source_cmd_t command)
    {
        return static_cast<DeviceSource *>(state)->answer(data, size, command);
    }

    zip_int64_t answer(void *data, zip_uint64_t size, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            return device.seek(0) ? 0 : failed(ZIP_ER_SEEK);
        case ZIP_SOURCE_READ: {
            const qint64 n = device.read(static_cast<char *>(data), qint64(size));
            return n < 0 ? failed(ZIP_ER_READ) : n;
        }
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t to = zip_source_seek_compute_offset(zip_uint64_t(device.pos()),
                                                                  zip_uint64_t(device.size()), data, size, &error);
            return to >= 0 && device.seek(to) ? 0 : failed(ZIP_ER_SEEK);
        }
        case ZIP_SOURCE_TELL:
            return device.pos();
        case ZIP_SOURCE_STAT: {
            auto *stat = static_cast<zip_stat_t *>(data);
            zip_stat_init(stat);
            stat->size = zip_uint64_t(device.size());
            stat->valid = ZIP_STAT_SIZE;
            return sizeof(zip_stat_t);
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&error, data, size);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return ZIP_SOURCE_SUPPORTS_SEEKABLE;
        default:
            return failed(ZIP_ER_OPNOTSUPP);
        }
    }

    zip_int64_t failed(int code)
    {
        zip_error_set(&error, code, 0);
        return -1;
    }
};

} // namespace

ZipPart::ZipPart(void *file, qint64 packed)
    : m_file(file)
    , m_packed(packed)
{
    QIODevice::open(ReadOnly | Unbuffered);
}

ZipPart::~ZipPart() { zip_fclose(static_cast<zip_file_t *>(m_file)); }

qint64 ZipPart::fail(const QString &sentence)
{
    m_fault = sentence;
    m_ended = true;
    return -1;
}

qint64 ZipPart::readData(char *data, qint64 most)
{
    if (m_ended)
        return -1;
    const zip_int64_t n = zip_fread(static_cast<zip_file_t *>(m_file), data, zip_uint64_t(most));
    if (n < 0)
        return fail(Tr::tr("The file is damaged: a part of it cannot be read."));
    m_unpacked += n;
    const bool bomb = m_unpacked > harmless && m_unpacked / std::max<qint64>(m_packed, 1) > mostRatio;
    if (bomb || m_unpacked > mostUnpacked || m_unpacked > m_allowed)
        return fail(Tr::tr("The file unpacks to far more than a workbook holds; it is not read on."));
    m_ended = n == 0;
    return n == 0 ? -1 : n;
}

class ZipReader::Private
{
public:
    explicit Private(QIODevice &device)
        : source{device, {}}
    {
        zip_error_init(&source.error);
    }
    ~Private()
    {
        if (archive)
            zip_discard(archive);
        zip_error_fini(&source.error);
    }
    std::optional<zip_stat_t> stat(const QString &name) const
    {
        zip_stat_t found;
        zip_stat_init(&found);
        if (zip_stat(archive, name.toUtf8().constData(), ZIP_FL_NOCASE, &found) != 0)
            return std::nullopt;
        return found;
    }

    DeviceSource source;
    zip_t *archive = nullptr;
};

ZipReader::ZipReader(QIODevice &device)
    : d(std::make_unique<Private>(device))
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_function_create(&DeviceSource::answer, &d->source, &error);
    if (source)
        d->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    const QString details = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!d->archive) {
        if (source)
            zip_source_free(source);
        refuse(Tr::tr("The file is damaged: it begins like a workbook or an archive, but cannot be read as one."),
               details);
    }
    if (zip_get_num_entries(d->archive, 0) > mostEntries)
        refuse(Tr::tr("The archive holds more files than a workbook has."));
}

ZipReader::~ZipReader() = default;

bool ZipReader::contains(const QString &name) const { return d->stat(name).has_value(); }

qint64 ZipReader::sizeOf(const QString &name) const
{
    const auto stat = d->stat(name);
    return stat ? qint64(stat->size) : -1;
}

std::unique_ptr<ZipPart> ZipReader::open(const QString &name) const
{
    const auto stat = d->stat(name);
    if (!stat)
        return nullptr;
    if (stat->encryption_method != ZIP_EM_NONE)
        refuse(Tr::tr("The file is protected by a password. Save it without one and import that."));
    zip_file_t *file = zip_fopen_index(d->archive, stat->index, 0);
    if (!file)
        refuse(Tr::tr("The file is damaged: a part of it cannot be read."),
               QString::fromUtf8(zip_strerror(d->archive)));
    return std::unique_ptr<ZipPart>(new ZipPart(file, qint64(stat->comp_size)));
}

QByteArray ZipReader::read(const QString &name, qint64 most) const
{
    const std::unique_ptr<ZipPart> part = open(name);
    QByteArray bytes;
    char buffer[16 * 1024];
    while (part && !part->atEnd()) {
        const qint64 n = part->read(buffer, sizeof buffer);
        if (n > 0)
            bytes.append(buffer, n);
        if (bytes.size() > most)
            refuse(Tr::tr("The file is damaged: a part of it is far too large."), name);
    }
    if (part && !part->fault().isEmpty())
        refuse(part->fault(), name);
    return bytes;
}

} // namespace crm
