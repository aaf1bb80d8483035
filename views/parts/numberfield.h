#pragma once

#include <QDoubleSpinBox>
#include <QSpinBox>

#include <optional>

namespace polder {

/// What a number that is typed means in the language of the application; nullopt: it is none, or may be two ("1.200" in
/// English is 1.2 or a Dutchman's 1200). Thousandths at most.
[[nodiscard]] std::optional<double> numberMeant(const QString &typed);
/// Whether it may be two numbers, so that somebody has to say.
[[nodiscard]] bool isAmbiguousNumber(const QString &typed);

/// A decimal number: "1,2" and "1.2", with as many decimals as there are. What may be two numbers is not taken but
/// asked.
class DecimalField : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit DecimalField(QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;

protected:
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;
};

/// A whole number; otherwise the same.
class WholeField : public QSpinBox {
    Q_OBJECT

public:
    explicit WholeField(QWidget *parent = nullptr);

    [[nodiscard]] int valueFromText(const QString &text) const override;

protected:
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;
};

} // namespace polder
