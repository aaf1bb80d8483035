#include "model/exchange/yamlreader.h"

#include "model/exchange/errors.h"
#include "model/exchange/jsonschema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

constexpr std::size_t deepest = 20;

/// Leaves yaml-cpp's parser from within an event; caught in readYaml.
struct Refused : std::exception {
    Refused(int line, QString reason) : line(line), reason(std::move(reason)) {}
    int line;
    QString reason;
};

int lineOf(const YAML::Mark &mark) {
    return mark.line + 1;
}

/// Tab, line feed and carriage return are text; the other control characters are not.
bool isControl(char16_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

QString textOf(const std::string &utf8, int line) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return isControl(c.unicode()); }))
        throw Refused(line, u"%1 contains a control character"_s.arg(shownInMessage(text)));
    return text;
}

/// An unquoted scalar that YAML 1.1 reads as something else than text, but that is not written the one plain way: YAML
/// 1.2 reads most of them differently (yes is text, 010 is ten and not eight), people too.
bool isAmbiguous(const QString &text) {
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(uR"((?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF))"
                                            uR"(|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
                                            uR"(|[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+)"
                                            uR"(|[-+]?(?:0|[1-9][0-9_]*))"
                                            uR"(|[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?)"
                                            uR"(|[-+]?\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)"
                                            uR"(|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)"
                                            uR"(|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?)"_s));
    return pattern.match(text).hasMatch();
}

QJsonValue plainScalar(const QString &text, int line) {
    static const QRegularExpression decimal(
        QRegularExpression::anchoredPattern(uR"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)"_s));
    constexpr qsizetype exactDigits = 15; // a double holds that many decimal digits without loss
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1)
        return true;
    if (text == "false"_L1 || text == "False"_L1 || text == "FALSE"_L1)
        return false;
    if (decimal.match(text).hasMatch()) {
        if (std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }) > exactDigits)
            throw Refused(line,
                          u"%1 has too many digits for a number; text must be quoted"_s.arg(shownInMessage(text)));
        return text.toDouble();
    }
    if (isAmbiguous(text))
        throw Refused(line, u"%1 can be read as different values: write a plain decimal number, true or false, "
                            "or quote it if it is text"_s.arg(shortened(text)));
    return text;
}

/// Builds the JSON value while yaml-cpp reads; nothing is ever expanded, so the size of the file bounds the work.
class Builder : public YAML::EventHandler {
public:
    [[nodiscard]] YamlDocument take() { return std::move(m_document); }

    void OnDocumentStart(const YAML::Mark &mark) override {
        if (std::exchange(m_started, true))
            throw Refused(lineOf(mark), u"a second document begins: a file describes one"_s);
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override {
        refuseAnchor(mark, anchor);
        place(QJsonValue::Null, lineOf(mark));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override {
        throw Refused(lineOf(mark), u"aliases (*name) are not allowed"_s);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override {
        const int line = lineOf(mark);
        refuseAnchor(mark, anchor);
        const bool quoted = tag == "!";
        if (!quoted)
            refuseTag(mark, tag);
        const QString text = textOf(value, line);
        if (expectsKey())
            return takeKey(text, line);
        place(quoted ? QJsonValue(text) : plainScalar(text, line), line);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, false);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, true);
    }
    void OnMapEnd() override { close(); }

private:
    /// A map or list that is being read.
    struct Level {
        bool isMap = false;
        int line = 0;
        QString pointer;
        QJsonObject object;
        QJsonArray array;
        std::optional<QString> key; ///< of the value that comes next
    };

    [[nodiscard]] bool expectsKey() const { return !m_levels.empty() && m_levels.back().isMap && !m_levels.back().key; }

    [[nodiscard]] QString nextPointer() const {
        if (m_levels.empty())
            return {};
        const Level &level = m_levels.back();
        return level.isMap ? pointerTo(level.pointer, *level.key) : pointerTo(level.pointer, level.array.size());
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, bool isMap) {
        const int line = lineOf(mark);
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (expectsKey())
            throw Refused(line, u"a key must be a text, not a list or a map"_s);
        if (m_levels.size() == deepest)
            throw Refused(line, u"nested deeper than %1 levels"_s.arg(deepest));
        Level level;
        level.isMap = isMap;
        level.line = line;
        level.pointer = nextPointer();
        m_levels.push_back(std::move(level));
    }

    void close() {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        place(level.isMap ? QJsonValue(level.object) : QJsonValue(level.array), level.line);
    }

    void takeKey(const QString &key, int line) {
        Level &level = m_levels.back();
        const QString pointer = pointerTo(level.pointer, key);
        if (level.object.contains(key))
            throw Refused(line, u"%1 is given twice, first on line %2"_s.arg(
                                    shortened(pointer), QString::number(m_document.lines[pointer])));
        level.key = key;
        m_document.lines[pointer] = line;
    }

    void place(const QJsonValue &value, int line) {
        if (expectsKey())
            throw Refused(line, u"a key is empty"_s);
        const QString pointer = nextPointer();
        if (!m_document.lines.contains(pointer)) // a field stands where its key stands
            m_document.lines[pointer] = line;
        if (m_levels.empty()) {
            m_document.value = value;
            return;
        }
        Level &level = m_levels.back();
        if (level.isMap)
            level.object[*std::exchange(level.key, std::nullopt)] = value;
        else
            level.array.append(value);
    }

    static void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor)
            throw Refused(lineOf(mark), u"anchors (&name) are not allowed"_s);
    }

    static void refuseTag(const YAML::Mark &mark, const std::string &tag) {
        if (!tag.empty() && tag != "?")
            throw Refused(lineOf(mark), u"tags (%1) are not allowed"_s.arg(shortened(QString::fromStdString(tag))));
    }

    bool m_started = false;
    std::vector<Level> m_levels;
    YamlDocument m_document;
};

/// The bytes must be sound text before yaml-cpp sees them: it would replace what is not, without a word.
void checkBytes(const QByteArray &bytes) {
    if (bytes.size() > largestYamlFile)
        throw Refused(1, u"the file is larger than %1 KiB"_s.arg(largestYamlFile / 1024));
    int line = 1;
    for (const QByteArray &text : bytes.split('\n')) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(text);
        if (decoder.hasError())
            throw Refused(line, u"not valid UTF-8"_s);
        if (std::any_of(decoded.cbegin(), decoded.cend(), [](QChar c) { return isControl(c.unicode()); }))
            throw Refused(line, u"a control character"_s);
        ++line;
    }
}

YamlDocument parse(const QByteArray &bytes) {
    checkBytes(bytes);
    std::istringstream stream(bytes.toStdString());
    YAML::Parser parser(stream);
    Builder builder;
    if (!parser.HandleNextDocument(builder))
        throw Refused(1, u"the file is empty"_s);
    parser.HandleNextDocument(builder); // refused at its start, if there is one
    return builder.take();
}

} // namespace

int YamlDocument::lineOf(QString pointer) const {
    for (;;) {
        if (const auto found = lines.find(pointer); found != lines.end())
            return *found;
        if (pointer.isEmpty())
            return 1;
        pointer.truncate(pointer.lastIndexOf(u'/'));
    }
}

Result<YamlDocument> readYaml(const QByteArray &bytes) {
    try {
        return parse(bytes);
    } catch (const Refused &refused) {
        return invalidLine(refused.line, refused.reason);
    } catch (const YAML::Exception &exception) {
        // A null mark has line -1.
        return invalidLine(std::max(1, lineOf(exception.mark)),
                           u"not valid YAML: %1"_s.arg(QString::fromStdString(exception.msg)));
    }
}

} // namespace polder
