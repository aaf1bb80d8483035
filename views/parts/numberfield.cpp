#include "views/parts/numberfield.h"

#include "model/reading/numbers.h"

#include <QToolTip>

#include <cmath>

namespace polder {

namespace {

std::vector<TypedNumber> readingsOf(const QString &typed) {
    return readNumber(typed.trimmed(), QLocale().language() == QLocale::Dutch ? Language::Dutch : Language::English);
}

double valueOf(const TypedNumber &number) {
    return static_cast<double>(number.millionths) / TypedNumber::one;
}

/// Without what the field itself writes around it.
QString digitsIn(const QString &text, const QString &prefix, const QString &suffix) {
    QString digits = text;
    if (digits.startsWith(prefix)) {
        digits.remove(0, prefix.size());
    }
    if (digits.endsWith(suffix)) {
        digits.chop(suffix.size());
    }
    return digits.trimmed();
}

/// While it is typed; `spin` says what is not yet a number.
template <typename Spin>
QValidator::State judge(const Spin &spin, const QString &text, QValidator::State otherwise, bool whole) {
    const auto meant = readingsOf(digitsIn(text, spin.prefix(), spin.suffix()));
    if (meant.empty()) {
        return otherwise;
    }
    if (meant.size() > 1) {
        return QValidator::Intermediate;
    }
    const double value = valueOf(meant.front());
    const bool fits = value >= spin.minimum() && value <= spin.maximum() && (!whole || value == std::floor(value));
    return fits ? QValidator::Acceptable : QValidator::Intermediate;
}

template <typename Spin>
void ask(const Spin &spin, const QString &text) {
    const QString digits = digitsIn(text, spin.prefix(), spin.suffix());
    const auto meant = readingsOf(digits);
    if (meant.size() > 1 && spin.isVisible()) {
        const auto said = [](const TypedNumber &one) {
            return QLocale().toString(valueOf(one), 'f', QLocale::FloatingPointShortest);
        };
        QToolTip::showText(spin.mapToGlobal(QPoint(0, spin.height())),
                           DecimalField::tr("“%1” may be %2 or %3. Write it without a separator of thousands.")
                               .arg(digits, said(meant[0]), said(meant[1])),
                           const_cast<Spin *>(&spin));
    }
}

} // namespace

std::optional<double> numberMeant(const QString &typed) {
    const auto meant = readingsOf(typed);
    return meant.size() == 1 ? std::optional(valueOf(meant.front())) : std::nullopt;
}

bool isAmbiguousNumber(const QString &typed) {
    return readingsOf(typed).size() > 1;
}

DecimalField::DecimalField(QWidget *parent) : QDoubleSpinBox(parent) {
}

QString DecimalField::textFromValue(double value) const {
    QLocale plain = locale();
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator); // else it asks what it wrote itself
    return plain.toString(value, 'f', QLocale::FloatingPointShortest);
}

double DecimalField::valueFromText(const QString &text) const {
    const auto meant = numberMeant(digitsIn(text, prefix(), suffix()));
    return meant ? *meant : QDoubleSpinBox::valueFromText(text);
}

QValidator::State DecimalField::validate(QString &text, int &position) const {
    QString own = text;
    return judge(*this, text, QDoubleSpinBox::validate(own, position), false);
}

void DecimalField::fixup(QString &text) const {
    ask(*this, text);
}

WholeField::WholeField(QWidget *parent) : QSpinBox(parent) {
}

int WholeField::valueFromText(const QString &text) const {
    const auto meant = numberMeant(digitsIn(text, prefix(), suffix()));
    return meant ? static_cast<int>(*meant) : QSpinBox::valueFromText(text);
}

QValidator::State WholeField::validate(QString &text, int &position) const {
    QString own = text;
    return judge(*this, text, QSpinBox::validate(own, position), true);
}

void WholeField::fixup(QString &text) const {
    ask(*this, text);
}

} // namespace polder
