#pragma once

#include "answerpanel.h"
#include "fieldmark.h"

#include <QJsonValue>
#include <QList>
#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QPushButton;

namespace polder {

class BrokenModel;

/// One argument of an intention, as a person fills it in.
struct FormField {
    enum class Kind {
        Text,   ///< left out where it is empty
        Number, ///< whole
        Decimal,
        Choice,
        Day,     ///< YYYY-MM-DD
        LastDay, ///< the first day after it; none: without end
        Check
    };

    QString argument;
    QString label;
    Kind kind = Kind::Text;
    QJsonValue value = {}; ///< to begin with
    double least = 0;
    double most = 0;
    QString suffix = {};
    bool needed = false; ///< a text without which the intention is not asked
};

/// Fields as forms mostly want them.
namespace fields {

[[nodiscard]] FormField text(const QString &argument, const QString &label, bool needed = false);
[[nodiscard]] FormField number(const QString &argument, const QString &label, double least, double most, double value,
                               const QString &suffix = {});
/// From 0 on.
[[nodiscard]] FormField decimal(const QString &argument, const QString &label, double most, const QString &suffix);
[[nodiscard]] FormField choice(const QString &argument, const QString &label, bool needed = true);
[[nodiscard]] FormField day(const QString &argument, const QString &label);
[[nodiscard]] FormField lastDay(const QString &argument, const QString &label);

} // namespace fields

/// A form that asks for one intention and shows how it ended: a field that was refused is marked. A change that breaks
/// bookings is not made before whoever asks has seen which, and has said why.
class IntentForm : public QWidget {
    Q_OBJECT

public:
    using Choices = std::vector<std::pair<QString, QJsonValue>>;
    /// From what was filled in to what the intention takes.
    using Shape = std::function<QJsonObject(QJsonObject)>;

    IntentForm(Live &live, QString intention, const QList<FormField> &fields, const QString &button,
               QWidget *parent = nullptr);

    void setShape(Shape shape) { m_shape = std::move(shape); }
    /// What is said when it is done.
    void setDoneText(const QString &text) { m_doneText = text; }
    /// The one that was chosen stays chosen if it is still there.
    void setChoices(const QString &argument, const Choices &choices);
    void setValue(const QString &argument, const QJsonValue &value);
    [[nodiscard]] QJsonObject values() const;
    /// Of a field; nullptr: there is none.
    [[nodiscard]] QWidget *field(const QString &argument) const;
    void ask();

Q_SIGNALS:
    void changed();
    void done(const QJsonObject &result);

private:
    struct Input {
        FormField field;
        QWidget *widget = nullptr;
    };
    [[nodiscard]] QWidget *widgetOf(const FormField &field);
    void showRefusal(const Error &error);
    void showComplete();

    QString m_intention;
    QString m_doneText;
    Shape m_shape;
    std::vector<Input> m_inputs;
    QPushButton *m_button;
    AnswerPanel *m_answer;
    FieldMark m_mark;
    BrokenModel *m_broken;
    SearchTable *m_brokenList;
};

} // namespace polder
