#pragma once

#include <QProxyStyle>

namespace polder {

/// Fusion with room to breathe. Colours come from the palette alone, so that light and dark share it. Not a style
/// sheet: Qt keeps the rules of one for each widget, which cost a third of a window's time and 34 MB.
class Style : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;

private:
    /// The text of a section.
    template <typename Header>
    void drawPadded(Header header, QPainter *painter, const QWidget *widget) const;
};

} // namespace polder
