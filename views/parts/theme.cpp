#include "theme.h"

#include "style.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>

#include <array>

namespace polder::theme {

using namespace Qt::StringLiterals;

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

/// In the order of Meaning.
constexpr std::array pairs{
    Pair{0xfffbfcfc, 0xff20262a}, // Room
    Pair{0xff8a959c, 0xff737f87}, // Wall
    Pair{0xffe3eef6, 0xff22323e}, // ColdAisle
    Pair{0xfff8ebe4, 0xff3a2c27}, // HotAisle
    Pair{0xffeff1ee, 0xff2b3130}, // Area
    Pair{0xff7b878f, 0xff8b979f}, // Frame
    Pair{0xffffffff, 0xff1b2023}, // Empty
    Pair{0xff8fbfae, 0xff3f7565}, // Plenty
    Pair{0xffe5bd6b, 0xff8c6c28}, // Tight
    Pair{0xffcf7a63, 0xff9c4f3c}, // Full
    Pair{0xffc9ced2, 0xff4d565c}, // Unknown
    Pair{0xffa9c4d8, 0xff3c5a70}, // Device
    Pair{0xfff3dfae, 0xff6a5726}, // Held
    Pair{0xffdcd3e4, 0xff544a60}, // Leaving
    Pair{0xffd3d8dc, 0xff3a4247}, // Taken
    Pair{0xff9aa4ab, 0xff66717a}, // Blocked
    Pair{0xff2f7d6b, 0xff6cc3ad}, // Proposed
    Pair{0xffa63d2b, 0xffe58c78}, // Trouble
    Pair{0xff85580a, 0xffe0b357}, // Asking
    Pair{0xff2f7d5b, 0xff77c29c}, // Fine
    Pair{0xff5f6b73, 0xffa8b4bc}, // Quiet
};
static_assert(pairs.size() == static_cast<std::size_t>(Meaning::Quiet) + 1);

bool isDark(const QPalette &palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette paletteOf(bool dark) {
    const QColor window = dark ? 0xff171b1e : 0xfff4f6f7;
    const QColor base = dark ? 0xff252b2f : 0xffffffff;
    const QColor text = dark ? 0xffe4e8ea : 0xff1f282e;
    const QColor button = dark ? 0xff2a3135 : 0xffffffff;
    const QColor accent = dark ? 0xff3d8070 : 0xff2f7d6b;
    QPalette palette(text, button, dark ? 0xff3a4348 : 0xffffffff, dark ? 0xff0f1214 : 0xffb8c1c7,
                     dark ? 0xff3a4348 : 0xffd5dbdf, text, base);
    palette.setColor(QPalette::Midlight, dark ? 0xff2a3135 : 0xffe6eaec);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::AlternateBase, dark ? 0xff2b3236 : 0xfff8fafa);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, dark ? 0xff6cc3ad : 0xff2f7d6b);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    const QColor faint = dark ? 0xffa8b4bc : 0xff5f6b73;
    palette.setColor(QPalette::PlaceholderText, faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Inactive, QPalette::Highlight, dark ? 0xff3a5f57 : 0xffcfe3de);
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, text);
    return palette;
}

QLabel *label(const QString &text, qreal scale, int weight) {
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(static_cast<QFont::Weight>(weight));
    label->setFont(font);
    return label;
}

} // namespace

QColor colour(Meaning meaning, const QPalette &palette) {
    const Pair pair = pairs[static_cast<std::size_t>(meaning)];
    return QColor::fromRgba(isDark(palette) ? pair.dark : pair.light);
}

QColor textOn(const QColor &background) {
    return qGray(background.rgb()) > 140 ? QColor(0xff1f282e) : QColor(Qt::white);
}

QBrush hatch(Meaning meaning, const QPalette &palette) {
    return {colour(meaning, palette), Qt::BDiagPattern};
}

Meaning fillMeaning(int permille) {
    return permille < 700 ? Meaning::Plenty : permille < 900 ? Meaning::Tight : Meaning::Full;
}

void apply(QApplication &application) {
    apply(application, isDark(application.palette()));
}

void apply(QApplication & /*application*/, bool dark) {
    QApplication::setStyle(new Style); // the application's
    QApplication::setPalette(paletteOf(dark));
}

QLabel *title(const QString &text) {
    return label(text, 1.6, QFont::DemiBold);
}

QLabel *heading(const QString &text) {
    return label(text, 1.1, QFont::DemiBold);
}

QLabel *quiet(const QString &text) {
    auto *quiet = new QLabel(text);
    quiet->setForegroundRole(QPalette::PlaceholderText);
    quiet->setWordWrap(true);
    return quiet;
}

QFormLayout *form() {
    auto *form = new QFormLayout;
    form->setContentsMargins({});
    form->setVerticalSpacing(gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

void addField(QFormLayout &form, const QString &label, QWidget *field) {
    auto *text = new QLabel(label);
    text->setBuddy(field);
    // The layout alone lets it grow to less than twice its own height.
    text->setMinimumSize(labelWidth, field->sizeHint().height());
    form.addRow(text, field);
}

QWidget *labelled(const QString &label, QWidget *field, const QString &name) {
    auto *piece = new QWidget;
    auto *layout = new QHBoxLayout(piece);
    layout->setContentsMargins({});
    auto *text = new QLabel(label);
    text->setBuddy(field);
    field->setAccessibleName(name);
    layout->addWidget(text);
    layout->addWidget(field);
    return piece;
}

} // namespace polder::theme
