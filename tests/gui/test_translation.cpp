// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QTranslator>
#include <QTreeWidget>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>
#include <map>
#include <set>

#include "app/gui/base/core_text.h"
#include "app/gui/base/language.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/base/theme.h"
#include "app/gui/log/window_log.h"
#include "app/gui/models/get_models_dialog.h"
#include "app/gui/services/model_files.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/sound_view/model_card_dialog.h"
#include "app/gui/teaching/taught_dialog.h"
#include "app/gui/teaching/teach_dialog.h"
#include "app/gui/training/result/result_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/search/search_page.h"
#include "app/gui/training/settings/cost_text.h"
#include "app/gui/training/settings/option_row.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/training/sounds/record_dialog.h"
#include "app/gui/training/sounds/sounds_page.h"
#include "app/gui/training/studio/training_studio.h"
#include "app/gui/widgets/banner.h"
#include "core/audio/audio_file.h"
#include "core/augmentation/augmentation_settings.h"
#include "core/base/atomic_file.h"
#include "core/base/download.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/data/synthetic_sounds.h"
#include "core/listening/model_description.h"
#include "core/listening/public_models.h"
#include "core/listening/taught_classes.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/run_folders.h"
#include "tests/gui/spectrum_classifier.h"
#include "tests/unit/base/web_server.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

namespace {

const QString kFolder = QStringLiteral(EARWITNESS_SOURCE_DIR "/resources/translations");

struct Translation {
  QString context;
  QString source;
  QString comment;
  bool isPlural = false;
  QString type;  ///< "unfinished", "vanished", "obsolete"; empty: finished
  QStringList translations;

  QString key() const { return context + u'|' + source + u'|' + comment; }
};

std::vector<Translation> messagesIn(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("'%s' cannot be read", qPrintable(path));
  QXmlStreamReader reader(&file);
  std::vector<Translation> messages;
  QString context;
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement) continue;
    const auto name = reader.name();
    if (name == u"name") context = reader.readElementText();
    if (name == u"message")
      messages.push_back({.context = context,
                          .source = {},
                          .comment = {},
                          .isPlural = reader.attributes().value("numerus") == u"yes",
                          .type = {},
                          .translations = {}});
    if (name == u"source") messages.back().source = reader.readElementText();
    if (name == u"comment") messages.back().comment = reader.readElementText();
    if (name == u"numerusform") messages.back().translations << reader.readElementText();
    if (name == u"translation") {
      messages.back().type = reader.attributes().value("type").toString();
      if (!messages.back().isPlural) messages.back().translations << reader.readElementText();
    }
  }
  if (reader.hasError()) qFatal("'%s': %s", qPrintable(path), qPrintable(reader.errorString()));
  return messages;
}

QString pathOf(const QString& language) {
  return kFolder + QStringLiteral("/earwitness_%1.ts").arg(language);
}

QStringList allMatches(const QString& text, const QString& pattern) {
  QStringList found;
  for (auto match = QRegularExpression(pattern).globalMatch(text); match.hasNext();)
    found << match.next().captured();
  found.sort();
  return found;
}

/// The mark that a text ends with; "…" and "..." are marks of their own.
QString endOf(const QString& text) {
  const QString plain = text.trimmed();
  if (plain.endsWith(QLatin1String("..."))) return QStringLiteral("...");
  return !plain.isEmpty() && QStringLiteral("….:?!,").contains(plain.back()) ? QString(plain.back())
                                                                             : QString();
}

/// What a translation of the text cannot be; empty: it can.
QString faultIn(const Translation& message, const QString& text) {
  const QString& source = message.source;
  const auto differ = [&](const char* pattern) {
    return allMatches(source, QString::fromLatin1(pattern)) !=
           allMatches(text, QString::fromLatin1(pattern));
  };
  if (text.trimmed().isEmpty()) return QStringLiteral("is empty");
  // A translation may ask for a number as its language writes it.
  const QString place = QStringLiteral("(?<=%)L?[1-9]|(?<=%)L?n");
  if (allMatches(source, place).replaceInStrings(QStringLiteral("L"), QString()) !=
      allMatches(text, place).replaceInStrings(QStringLiteral("L"), QString()))
    return QStringLiteral("has other placeholders");
  if (differ("</?[a-z][^>]*>")) return QStringLiteral("has other tags");
  if (differ("\\*\\.\\w+")) return QStringLiteral("has other file endings");
  if (allMatches(source, "&[^& ]").size() != allMatches(text, "&[^& ]").size())
    return QStringLiteral("has another number of mnemonics");
  if (source.startsWith(u' ') != text.startsWith(u' ') ||
      source.endsWith(u' ') != text.endsWith(u' '))
    return QStringLiteral("has other spaces at its ends");
  if (source.count(u'\n') != text.count(u'\n')) return QStringLiteral("has other lines");
  static const QRegularExpression key(QStringLiteral("^(Ctrl|Shift|Alt)\\+\\S+$"));
  if (key.match(source).hasMatch() && text != source) return QStringLiteral("is another key");
  // A short text without a mark may become an abbreviation.
  constexpr qsizetype kAbbreviation = 10;
  const bool isShortened = endOf(source).isEmpty() && text.size() <= kAbbreviation;
  if (endOf(source) != endOf(text) && !isShortened) return QStringLiteral("ends otherwise");
  return {};
}

/// Notes what is asked for and has no translation.
class Gaps : public QTranslator {
 public:
  explicit Gaps(const std::vector<Translation>& messages) {
    for (const Translation& message : messages) {
      known_.insert(message.key());
      contexts_.insert(message.context);
    }
  }
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char* comment,
                    int) const override {
    const QString where = QString::fromUtf8(context);
    // What core says need not be listed.
    if (where == u"Core" || (!where.startsWith(u"earwitness") && !contexts_.contains(where)))
      return {};
    const QString key =
        where + u'|' + QString::fromUtf8(source) + u'|' + QString::fromUtf8(comment);
    if (*source != '\0' && !known_.contains(key)) missing_.insert(key);
    return {};
  }
  const QSet<QString>& missing() const { return missing_; }

 private:
  QSet<QString> known_, contexts_;
  mutable QSet<QString> missing_;
};

/// The texts are those of a data set.
bool classNamesAreAllowed = false;

/// Words that are the same in every language, and what is data.
bool isAllowed(const QString& word) {
  static const QSet<QString> names{
      // of formats, units, libraries, methods and programs
      "ADAMW", "ALSA", "AST", "AUDACITY", "AUDIOSET", "BACKSPACE", "BETA", "BFLOAT16", "CLS", "CSV",
      "CTRL", "CUDA", "DBFS", "DEL", "DELETE", "DROPOUT", "EARWITNESS", "EFFICIENTAT", "END", "ESC",
      "ESC-50", "FFT", "FILTERAUGMENT", "FLAC", "GNU", "HOME", "HTML", "HTTP", "HTTPS", "INFERNO",
      "JSON", "LIBTORCH", "LINES", "LN", "LOGISTIC", "LSTM", "MAP", "MARKDOWN", "MIXUP", "MP3",
      "NVIDIA", "OGG", "OK", "PAGE", "PANNS", "PIPEWIRE", "PNG", "PULSEAUDIO", "PYTORCH", "RAVEN",
      "RETURN", "RMS", "SHIFT", "SOFTMAX", "SPACE", "SPECAUGMENT", "SQLITE", "SVG", "SWIGLU",
      "TORCHSCRIPT", "TRANSFORMER", "TSV", "UTC", "URBANSOUND8K", "VIRIDIS", "WAV", "YAMNET",
      "ENGLISH",
      // of people
      "AL", "ET", "NAM", "PARK", "TOKOZUME", "ZHANG",
      // of columns, parts and architectures in files
      "AUDIO", "CATEGORY", "CLASS", "EVAL", "FILE", "FILENAME", "FOLD", "LABEL", "LEFT", "MEAN",
      "NONE", "OFFSET", "ONSET", "RIGHT", "PATH", "SOURCE", "SPLIT", "START", "TEST", "TRAIN",
      "VAL", "CNN1D", "CNN2D", "CPU", "CRNN", "INVERTED-RESIDUAL", "MOBILENET-V3", "MOBILENETV3",
      "PATCH-TRANSFORMER", "RESNET-TRANSFORMER", "PT",
      // of this test
      "TEST", "MODEL", "MICROPHONE", "BUILT-IN", "ALC257", "USB", "HW", "SET", "STRONG", "FIRST",
      "RUN", "ME"};
  // In data sets classes are called as the user calls them; those of models are translated.
  static const QStringList classes = {"DOG", "SIREN", "RAIN"};
  return word.startsWith(u"--") || names.contains(word.toUpper()) ||
         (classNamesAreAllowed && classes.contains(word.toUpper()));
}

/// What models call themselves, and what is said of those of others: no translation changes it.
const QStringList& namesOfModels() {
  static const QStringList names = [] {
    QStringList found;
    for (const fs::path& file : bundledModels())
      found << QString::fromStdString(readModelDescription(file).name);
    for (const PublicModel& model : publicModels())
      for (const std::string& text : {model.paper, model.authors, model.title, model.licence})
        found << QString::fromStdString(text);
    return found;
  }();
  return names;
}

/// Words of two and more Latin letters that are not allowed.
QStringList foreignWords(const QString& text) {
  QString plain = text;
  for (const QString& name : namesOfModels()) plain.remove(name);
  plain.remove(QRegularExpression(QStringLiteral("<[^>]*>|&(?=\\w)")));
  // Keys, names of files, addresses and sets of file endings.
  plain.remove(QRegularExpression(
      QStringLiteral("\\b(Ctrl|Shift|Alt)\\+\\S+|\\S*/\\S*|\\*?\\.\\w+|\\S+\\.\\w+|\\w*_\\w+|The "
                     "disk is full\\.")));
  QStringList foreign;
  static const QRegularExpression word(QStringLiteral("-{0,2}[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"));
  for (auto match = word.globalMatch(plain); match.hasNext();)
    if (const QString found = match.next().captured();
        found.count(QRegularExpression(QStringLiteral("[A-Za-z]"))) > 1 && !isAllowed(found))
      foreign << found;
  return foreign;
}

/// Every text that a window shows or tells, with where it stands.
class TextWalk {
 public:
  void add(const QObject& object, const char* what, const QString& text) {
    ++count_;
    const QStringList foreign = foreignWords(text);
    if (foreign.isEmpty()) return;
    QString place = QString::fromLatin1(object.metaObject()->className());
    if (!object.objectName().isEmpty()) place += u' ' + object.objectName();
    for (const QObject* up = object.parent(); up != nullptr; up = up->parent())
      if (QString::fromLatin1(up->metaObject()->className()).startsWith(u"earwitness"))
        place =
            QString::fromLatin1(up->metaObject()->className()).section(QStringLiteral("::"), -1) +
            QStringLiteral(" > ") + place;
    found_ << QStringLiteral("%1: %2 “%3” (%4)")
                  .arg(place, QString::fromLatin1(what), text, foreign.join(u' '));
  }

  void walk(const QWidget& window) {
    addWidget(window);
    for (const QWidget* widget : window.findChildren<QWidget*>()) addWidget(*widget);
    for (const QAction* action : window.findChildren<QAction*>()) {
      add(*action, "text", action->text());
      add(*action, "tool tip", action->toolTip());
      add(*action, "status tip", action->statusTip());
    }
  }

  int count() const { return count_; }
  QStringList found() const {
    QStringList once = found_;
    once.removeDuplicates();
    return once;
  }

 private:
  void addWidget(const QWidget& widget) {
    if (widget.objectName().startsWith(u"qt_")) return;
    add(widget, "tool tip", widget.toolTip());
    add(widget, "status tip", widget.statusTip());
    add(widget, "accessible name", widget.accessibleName());
    add(widget, "accessible description", widget.accessibleDescription());
    if (widget.isWindow()) add(widget, "title", widget.windowTitle());
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
      add(widget, "text", label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
      add(widget, "text", button->text());
    if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
      add(widget, "title", box->title());
    if (const auto* menu = qobject_cast<const QMenu*>(&widget)) add(widget, "title", menu->title());
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
      add(widget, "placeholder", edit->placeholderText());
    if (const auto* spin = qobject_cast<const QSpinBox*>(&widget)) addSpin(*spin);
    if (const auto* spin = qobject_cast<const QDoubleSpinBox*>(&widget)) addSpin(*spin);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
      for (int i = 0; i < tabs->count(); ++i) {
        add(widget, "tab", tabs->tabText(i));
        add(widget, "tab's tool tip", tabs->tabToolTip(i));
      }
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
      for (int i = 0; i < combo->count(); ++i) add(widget, "entry", combo->itemText(i));
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) addHeader(*header);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) addCells(*view);
  }

  template <typename Spin>
  void addSpin(const Spin& spin) {
    add(spin, "suffix", spin.suffix());
    add(spin, "special value", spin.specialValueText());
  }

  void addCells(const QAbstractItemView& view) {
    const QAbstractItemModel* model = view.model();
    if (model == nullptr || qobject_cast<const QHeaderView*>(&view) != nullptr) return;
    if (qobject_cast<const ModelCardDialog*>(view.window()) != nullptr) return;  // names of classes
    constexpr int kEnough = 50;
    for (int row = 0; row < std::min(kEnough, model->rowCount()); ++row)
      for (int column = 0; column < model->columnCount(); ++column)
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
          add(view, "cell", model->index(row, column).data(role).toString());
  }

  void addHeader(const QHeaderView& header) {
    const QAbstractItemModel* model = header.model();
    if (model == nullptr || header.orientation() == Qt::Vertical) return;
    for (int i = 0; i < header.count(); ++i)
      for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
        add(header, "header", model->headerData(i, Qt::Horizontal, role).toString());
  }

  QStringList found_;
  int count_ = 0;
};

nlohmann::json resultOfARun() {
  const std::vector<std::string> labels{"dog", "rain", "siren"};
  ConfusionMatrix matrix(int(labels.size()));
  nlohmann::json clips = nlohmann::json::array();
  for (const int label : {0, 1, 2}) {
    matrix.add(label, label);
    matrix.add(label, 2);
    clips.push_back(predictionJson("/sounds/set/a.wav", label, 2, 0.75, 0.25));
  }
  return {
      {"finished", true},
      {"latency_ms", 3.5},
      {"noise_check",
       {{"fires", 0.25},
        {"too_often", true},
        {"kinds", {{{"kind", "white noise"}, {"windows", 8}, {"fired", 2}, {"mostly", "rain"}}}}}},
      {"warnings", {"It names sounds in plain noise and silence (see noise_check)."}},
      {"best_confusion", confusionToJson(matrix, labels)},
      {"best_predictions", clips}};
}

}  // namespace

class TestTranslation : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const QByteArray folder =
        QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
    qputenv("PATH", folder + ":" + qgetenv("PATH"));
    for (const char* variable : {"NO_PROXY", "no_proxy"}) qputenv(variable, "*");
  }
  void init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QVERIFY(settings_->isValid());
    isolateSettings(*settings_);
  }
  void cleanup() {
    const QStringList missing = gaps_ ? gaps_->missing().values() : QStringList();
    gaps_.reset();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
  }

  void noTextIsNewOrGone() {
    const QTemporaryDir folder;
    for (const QString& language : {QStringLiteral("ru"), QStringLiteral("en")})
      QVERIFY(
          QFile::copy(pathOf(language), folder.filePath(QFileInfo(pathOf(language)).fileName())));
    QProcess update;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LUPDATE"), QStringLiteral(EARWITNESS_LUPDATE));
    update.setProcessEnvironment(environment);
    update.start(kFolder + QStringLiteral("/update.sh"), {folder.path()});
    QVERIFY2(update.waitForFinished(120'000) && update.exitCode() == 0,
             update.readAllStandardError().constData());
    // A class without Q_OBJECT, a namespace that is not found: a context that is never asked for.
    const QByteArray warnings = update.readAllStandardError();
    QVERIFY2(warnings.isEmpty(), warnings.constData());
    QStringList wrong;
    for (const QString& language : {QStringLiteral("ru"), QStringLiteral("en")}) {
      QSet<QString> now;
      for (const Translation& message :
           messagesIn(folder.filePath(QStringLiteral("earwitness_%1.ts").arg(language)))) {
        now.insert(message.key());
        if (!message.type.isEmpty())
          wrong << QStringLiteral("%1: %2 is %3").arg(language, message.key(), message.type);
      }
      for (const Translation& message : messagesIn(pathOf(language))) {
        if (!now.contains(message.key()))
          wrong << QStringLiteral("%1: %2 is not in the sources any more")
                       .arg(language, message.key());
        if (!message.type.isEmpty())
          wrong << QStringLiteral("%1: %2 is %3").arg(language, message.key(), message.type);
      }
    }
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(),
             qPrintable(QStringLiteral("run resources/translations/update.sh, and translate:\n") +
                        wrong.join(u'\n')));
  }

  void translationsFitTheirTexts() {
    QStringList wrong;
    for (const auto& [language, forms] : {std::pair{"ru", 3}, std::pair{"en", 2}}) {
      const std::vector<Translation> messages = messagesIn(pathOf(QString::fromLatin1(language)));
      QVERIFY(!messages.empty());
      for (const Translation& message : messages) {
        if (message.translations.size() != (message.isPlural ? forms : 1))
          wrong << message.key() + QStringLiteral(": its number of forms");
        for (const QString& text : message.translations)
          if (const QString fault = faultIn(message, text); !fault.isEmpty())
            wrong << QStringLiteral("%1: “%2” %3").arg(message.key(), text, fault);
      }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
  }

  void fixedTextsOfCoreAreMarked() {
    std::set<std::string> names, texts, listedNames(coreNames().begin(), coreNames().end());
    QSet<QString> marked;
    for (const Translation& message : messagesIn(pathOf(QStringLiteral("ru"))))
      marked.insert(message.key());
    speak(QStringLiteral("en"));
    for (const StepInfo& step : augmentationSteps()) {
      names.insert(coreName(step.name).toStdString());
      texts.insert(step.summary);
      for (const StrengthInfo& strength : step.strengths) {
        if (strength.name != "db") names.insert(coreName(strength.name).toStdString());
        texts.insert(strength.help);
      }
    }
    QProcess cli;
    cli.start(QStringLiteral(EARWITNESS_CLI),
              {QStringLiteral("architectures"), QStringLiteral("--json")});
    QVERIFY(cli.waitForFinished(120'000));
    const auto told = nlohmann::json::parse(cli.readAllStandardOutput().toStdString());
    for (const auto& architecture : told.at("architectures")) {
      texts.insert(architecture.at("summary").get<std::string>());
      for (const auto& [key, value] : architecture.at("settings").items())
        names.insert(coreName(key).toStdString());
      for (const auto& [key, help] : architecture.at("setting_help").items())
        texts.insert(help.get<std::string>());
      for (const auto& [key, choices] : architecture.at("choices").items())
        for (const auto& choice : choices) names.insert(coreName(choice).toStdString());
    }
    for (const SoundKind kind : {SoundKind::Siren, SoundKind::WhiteNoise, SoundKind::Hum})
      texts.insert(nameOf(kind));
    QCOMPARE(listedNames, names);
    for (const std::string& text : texts)
      QVERIFY2(marked.contains("Core|" + QString::fromStdString(text) + '|'), text.c_str());
  }

  /// update.sh finds what core says by its form: noTextIsNewOrGone() tells of what it lacks.
  void patternsOfCoreAreFound() {
    constexpr int kAtLeast = 700;
    QSet<QString> sources;
    for (const Translation& message : messagesIn(pathOf(QStringLiteral("ru"))))
      if (message.context == u"Core") sources.insert(message.source);
    QVERIFY2(sources.size() > kAtLeast, qPrintable(QString::number(sources.size())));
    for (const char* text :
         {"'%1' cannot be opened as audio: %2", "The work was stopped.", "the connection ended",
          "The class cannot be called '%1': %2. Choose another name.", "white noise",
          "Another training is using the run folder '%1'. Wait for it, or choose another folder."})
      QVERIFY2(sources.contains(QString::fromUtf8(text)), text);
  }

  void messagesOfCoreAreTranslated_data() {
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("russian");
    QTest::newRow("reason") << Message("'%1' cannot be opened as audio: %2", "/a/b.wav",
                                       Message("there is no such file."))
                            << "«/a/b.wav» не открыть как звук: такого файла нет.";
    QTest::newRow("list") << Message("%1 to train, %2 to validate", Message("folds %1", "1,2,3"),
                                     Message("none"))
                          << "обучение: фолды 1,2,3, проверка: нет";
    QTest::newRow("lengths") << Message("Only %1 of %2 could be read: %3.", durationMessage(1.5),
                                        durationMessage(200.0), Message("the file is cut off"))
                             << "Прочитано только 1.5 с из 3 мин 20 с: файл обрезан.";
    const Message later("Try again later, or download it with a web browser.");
    QTest::newRow("sentence within")
        << Message("'%1' could not be downloaded: %2 %3", "https://a.org/m.pt",
                   Message("The web library libcurl.so.4 is missing. Install the package "
                           "libcurl4."),
                   later)
        << "«https://a.org/m.pt» не удалось загрузить: Нет веб-библиотеки libcurl.so.4. "
           "Установите пакет libcurl4. Попробуйте позже или загрузите файл в браузере.";
    QTest::newRow("two levels")
        << Message("'%1' could not be downloaded: %2. %3", "https://a.org/m.pt",
                   Message("%1, %2 of %3 received", Message("the connection ended"),
                           bytesMessage(4'100'000), bytesMessage(5'000'000)),
                   Message("Try again to resume it."))
        << "«https://a.org/m.pt» не удалось загрузить: соединение закрылось раньше времени, "
           "получено 4.1 МБ из 5.0 МБ. Попробуйте ещё раз: загрузка продолжится.";
    QTest::newRow("taught classes")
        << Message("%1 The file was renamed to '%2', and the model starts without them.",
                   Message("The taught classes in '%1' are damaged: %2.", "/a/taught.json",
                           Message("the file is not valid JSON")),
                   "taught-damaged.json")
        << "Обученные классы в «/a/taught.json» повреждены: файл — не правильный JSON. Файл "
           "переименован в «taught-damaged.json», и модель начинает без них.";
    // A name stays, whatever it is.
    QTest::newRow("name") << Message("The run '%1' is being trained. Stop it first.", "silence")
                          << "Запуск «silence» обучается; сначала остановите его.";
    QTest::newRow("name with places")
        << Message("'%1' cannot be read: %2.", "%2.wav", "'%1'") << "«%2.wav» не прочитать: '%1'.";
    QTest::newRow("unknown pattern")
        << Message::restored("A newer '%1'.", {Message::verbatim("a")}) << "A newer 'a'.";
    QTest::newRow("fixed text of an older file")
        << Message::verbatim("the same audio") << "тот же звук";
    QTest::newRow("text of another program")
        << Message::verbatim("What is not marked.") << "What is not marked.";
    QTest::newRow("nothing") << Message() << "";
  }
  void messagesOfCoreAreTranslated() {
    QFETCH(Message, message);
    QFETCH(QString, russian);
    speak(QStringLiteral("ru"));
    const auto english = qScopeGuard([] { speak(QStringLiteral("en")); });
    QCOMPARE(coreText(message), russian);
    // Also after a journey through a pipe.
    QCOMPARE(coreText(messageFromJson(nlohmann::json::parse(toJson(message).dump()))), russian);
  }

  void errorsOfCoreArriveInRussian() {
    speak(QStringLiteral("ru"));
    const auto english = qScopeGuard([] { speak(QStringLiteral("en")); });
    const auto shown = [](auto&& action) {
      try {
        action();
      } catch (const std::exception&) {
        return shownProblem();
      }
      return QString();
    };
    QCOMPARE(shown([] { AudioFileReader("/nowhere/a.wav"); }),
             QStringLiteral("«/nowhere/a.wav» не открыть как звук: такого файла нет."));
    QCOMPARE(shown([] { requireClassName(" x"); }),
             QStringLiteral("Класс нельзя назвать « x»: имя начинается или заканчивается пробелом. "
                            "Выберите другое название."));
    QCOMPARE(shown([] { readModelDescription("/nowhere/m.pt"); }),
             QStringLiteral("Файла модели «/nowhere/m.pt» нет."));
  }

  void countsHaveTheirForms() {
    const auto clips = [](int count) {
      return QCoreApplication::translate("DataSentences", "%Ln clips", nullptr, count);
    };
    QCOMPARE(clips(1), QString("1 clip"));
    QCOMPARE(clips(2), QString("2 clips"));
    speak(QStringLiteral("ru"));
    const auto english = qScopeGuard([] { speak(QStringLiteral("en")); });
    QCOMPARE(clips(1), QStringLiteral("1 фрагмент"));
    QCOMPARE(clips(3), QStringLiteral("3 фрагмента"));
    QCOMPARE(clips(11), QStringLiteral("11 фрагментов"));
    QCOMPARE(clips(21), QStringLiteral("21 фрагмент"));
  }

  void theSystemsLanguageIsSpokenOrTheOneThatIsChosen_data() {
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<bool>("russian");
    QTest::newRow("Russian") << "ru_RU.UTF-8"
                             << "" << true;
    QTest::newRow("German") << "de_DE.UTF-8"
                            << "" << false;
    QTest::newRow("none") << "C"
                          << "" << false;
    QTest::newRow("German, Russian chosen") << "de_DE.UTF-8"
                                            << "ru" << true;
    QTest::newRow("Russian, English chosen") << "ru_RU.UTF-8"
                                             << "en" << false;
    QTest::newRow("unknown") << "ru_RU.UTF-8"
                             << "xx" << true;
  }
  void theSystemsLanguageIsSpokenOrTheOneThatIsChosen() {
    QFETCH(QString, system);
    QFETCH(QString, kept);
    QFETCH(bool, russian);
    if (!kept.isEmpty()) {
      QFile file(settings_->filePath("io.github.earwitness/Earwitness.conf"));
      QVERIFY(QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly));
      file.write("[view]\nlanguage=" + kept.toUtf8() + "\n");
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("LANGUAGE");
    environment.remove("LC_ALL");
    environment.remove("LC_MESSAGES");
    environment.insert("LANG", system);
    QProcess app;
    app.setProcessEnvironment(environment);
    app.start(QStringLiteral(EARWITNESS_APP), {QStringLiteral("--help")});
    QVERIFY(app.waitForFinished(60'000));
    const QString help = QString::fromUtf8(app.readAllStandardOutput());
    QCOMPARE(help.contains(QStringLiteral("Находит и определяет звуки")), russian);
    QCOMPARE(help.contains("Detects and identifies sounds"), !russian);
  }

  void labelsAreInTheLanguageOfTheWindow() {
    QCOMPARE(shownLabel("can_opening"), QString("Can opening"));
    QCOMPARE(shownLabel("Keys jangling"), QString("Keys jangling"));
    speak(QStringLiteral("ru"));
    const auto english = qScopeGuard([] { speak(QStringLiteral("en")); });
    QCOMPARE(shownLabel("can_opening"), QStringLiteral("Открывание банки"));
    QCOMPARE(shownLabel("Keys jangling"), QStringLiteral("Звон ключей"));
    QCOMPARE(shownLabel("my_own_sound"), QString("My own sound"));
    // What is typed is found under either name.
    QVERIFY(isCalled("can_opening", QStringLiteral("открывание банки")));
    QVERIFY(isCalled("can_opening", "can opening"));
    QVERIFY(!isCalled("can_opening", "dog"));
  }

  void theWindowIsRussian() {
    Theme theme;
    speakRussian();
    TestWorld world;
    world.classifier->say({0.05F, 0.9F, 0.02F, 0.45F, 0.01F, 0.01F});
    const fs::path file = fs::path(settings_->path().toStdString()) / "a.wav";
    writeWav(file, sine(500.0, 3.0, 16000.0));
    openLog(windowLogFile(), LogLevel::Info);
    const auto noLog = qScopeGuard([] { closeLog(); });
    StartOptions options;
    options.model = "test.pt";
    options.paths = {file};
    MainWindow window(world.backend(), options, &theme);
    QTimer player;
    connect(&player, &QTimer::timeout, &window,
            [&] { world.microphone.play(sine(1000.0, 0.1, TestMicrophone::kRate)); });
    player.start(25);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(window.findChild<EventTableModel*>()->rowCount() > 1);
    const auto* classes = window.findChild<ClassPanel*>("liveBars");
    QCOMPARE(classes->labelText(0), QStringLiteral("Собака"));
    look(window, "window");
    for (const char* name : {"&Настройки…", "&История…", "&Клавиши", "&Управление моделями…",
                             "&Импорт модели…", "&Загрузить модели…", "Показать &журнал…",
                             "&Скопировать отчёт…", "&О программе Earwitness"}) {
      QAction* action = nullptr;
      for (QAction* candidate : window.findChildren<QAction*>())
        if (candidate->text() == QString::fromUtf8(name)) action = candidate;
      QVERIFY2(action != nullptr, name);
      action->trigger();
      QTest::qWait(200);
    }
    const auto* models = window.findChild<GetModelsDialog*>()->findChild<QTreeWidget*>();
    QTRY_VERIFY_WITH_TIMEOUT(models->topLevelItemCount() > 0, 60'000);
    lookAtDialogs(window);
    QVERIFY2(walk_.found().isEmpty(), qPrintable(walk_.found().join(u'\n')));
    QVERIFY(walk_.count() > 500);
    player.stop();
    world.classifier->say({0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
  }

  void aFailedDownloadIsReportedInRussian() {
    speakRussian();
    TestWebServer server({httpAnswer("503 Service Unavailable")});
    nlohmann::json model = toJson(publicModels().front());
    model["address"] = server.url("/test.pt");
    const fs::path list = fs::path(settings_->path().toStdString()) / "list.json";
    writeFileAtomically(list, nlohmann::json({{"version", 1}, {"models", {model}}}).dump());
    GetModelsDialog dialog(list);
    dialog.show();
    auto* get = dialog.findChild<QPushButton*>("getModel");
    QTRY_VERIFY_WITH_TIMEOUT(get->isEnabled(), 60'000);
    QTest::mouseClick(get, Qt::LeftButton);
    look(dialog, "get-models-busy");
    const auto* banner = dialog.findChild<Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->text().isEmpty(), 60'000);
    QVERIFY2(banner->text().contains("503"), qPrintable(banner->text()));
    look(dialog, "get-models-failed");
    QVERIFY2(walk_.found().isEmpty(), qPrintable(walk_.found().join(u'\n')));
  }

  void theDialogsOfTeachingAreRussian() {
    speakRussian();
    const QString name = QStringLiteral("Чайник");
    const fs::path clip = fs::path(settings_->path().toStdString()) / "a.wav";
    writeWav(clip, sine(2000.0, 2.0, 16000.0));
    TeacherHost host;
    host.setModel(std::make_shared<SpectrumClassifier>());
    QTRY_VERIFY(host.whyNot().isEmpty());
    PlaybackHost playback{Backend()};
    TaughtDialog taught(&host, &playback);
    taught.show();
    look(taught, "taught-empty");
    for (const bool isCounterExample : {false, true})
      host.teach({.sound = {.label = name.toStdString(),
                            .file = clip,
                            .startSeconds = isCounterExample ? 1.0 : 0.5,
                            .endSeconds = isCounterExample ? 1.5 : 1.0},
                  .origin = "a.wav",
                  .isCounterExample = isCounterExample},
                 nullptr);
    const auto* tree = taught.findChild<QTreeWidget*>();
    QTRY_VERIFY(tree->topLevelItemCount() == 1 && tree->topLevelItem(0)->childCount() == 2);
    look(taught, "taught");
    TeachDialog teach(host.classes(), shownLabels({"Dog", "Siren"}));
    teach.show();
    look(teach, "teach-new");
    for (const QString& typed : {name, QStringLiteral("Звонок")}) {
      teach.setName(typed);
      look(teach, "teach");
    }
    QVERIFY2(walk_.found().isEmpty(), qPrintable(walk_.found().join(u'\n')));
    QVERIFY(walk_.count() > 60);
  }

  void theTrainingStudioIsRussian() {
    Theme theme;
    speakRussian();
    classNamesAreAllowed = true;
    const auto noMore = qScopeGuard([] { classNamesAreAllowed = false; });
    const fs::path home = settings_->path().toStdString();
    for (const char* label : {"dog", "rain", "siren"})
      for (int i = 0; i < 4; ++i) {
        fs::create_directories(home / "set" / label);
        writeWav(home / "set" / label / (std::to_string(i) + ".wav"),
                 sine(300.0 * (label[0] - 'a') + 50.0 * i, 0.05 * (i + 1), 16000.0));
      }
    std::map<std::string, fs::path> runs;
    for (const char* end : {"finished", "stopped", "failed", ""}) {
      MadeRun run{.folder =
                      runsFolder() / ("2026-05-31 18-04-0" + std::to_string(runs.size()) + " set")};
      run.end = end;
      run.settings["data"]["root"] = (home / "set").string();
      run.write(run.end == "finished" ? resultOfARun() : nlohmann::json());
      runs[end] = run.folder;
    }
    fs::copy(fs::path(EARWITNESS_SOURCE_DIR) / "models" / "earwitness.pt",
             runs["finished"] / "best.pt");
    TestWorld world;
    TrainingStudio studio(world.backend());
    studio.show();
    QVERIFY(QTest::qWaitForWindowExposed(&studio));
    look(studio, "studio-start");
    studio.openSounds(home / "set");
    QTRY_VERIFY_WITH_TIMEOUT(studio.sounds()->report() != nullptr, 60'000);
    look(studio, "studio-sounds");
    studio.setStep(TrainingStudio::Step::Settings);
    QTRY_VERIFY_WITH_TIMEOUT(studio.findChildren<OptionRow*>().size() > 40, 120'000);
    QTest::qWait(500);
    look(studio, "studio-settings");
    if (auto* tabs = studio.settings()->findChild<QTabWidget*>()) tabs->setCurrentIndex(1);
    QTest::qWait(500);
    look(studio, "studio-options");
    for (const char* end : {"stopped", "failed", ""}) {
      studio.openRun(runs[end]);
      QTest::qWait(500);
      look(studio, "studio-training");
    }
    studio.setStep(TrainingStudio::Step::Training);
    look(studio, "studio-training");
    studio.result()->showRun(runs["finished"]);
    studio.setStep(TrainingStudio::Step::Result);
    QTRY_VERIFY(studio.result()->findChild<QPushButton*>("resultCard")->isEnabled());
    auto* tabs = studio.result()->findChild<QTabWidget*>("resultTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
      tabs->setCurrentIndex(tab);
      QTest::qWait(100);
      look(studio, "studio-result");
    }
    studio.result()->findChild<QPushButton*>("resultCard")->click();
    QTest::qWait(300);
    studio.setStep(TrainingStudio::Step::Runs);
    QTest::qWait(500);
    look(studio, "studio-runs");
    const fs::path searched = home / "set";
    fs::create_directories(searched);
    writeJsonFile(searched / "search.json",
                  {{"version", 1}, {"trials", 4}, {"settings", MadeRun{}.settings}});
    writeFileAtomically(searched / "search.csv",
                        "rank,trial,epochs,balanced_accuracy,loss,learning_rate,weight_decay,"
                        "augmentation,width,error\n"
                        "1,2,3,0.900000,0.300000,0.006,0.02,0.8000,1.2000,\n"
                        "2,1,1,0.700000,0.500000,0.003,0.05,1.0000,1.0000,\n");
    SearchPage search;
    search.show();
    search.showSearch(searched);
    QTest::qWait(500);
    look(search, "search");
    PlaybackHost playback(world.backend());
    for (const bool isBackground : {false, true}) {
      RecordDialog record(world.backend(), &playback, QStringLiteral("Dog"), isBackground);
      record.show();
      look(record, "record");
    }
    lookAtDialogs(studio);
    auto cost = nlohmann::json::parse(
        R"({"seconds": 4000, "parameters": 123456, "multiply_adds": 2.5e7, "window_seconds": 5,
            "disk_bytes": 2e9, "training_clips": 12, "validation_clips": 3})");
    put(cost, "split",
        Message("%1 to train, %2 to validate", Message("folds %1", "1,2,3"),
                Message("fold %1", 4)));
    put(cost, "warnings",
        std::vector{
            Message("There are too few training clips for a batch. At least two are needed.")});
    for (const double freeBytes : {-1.0, 1e9, 1e12})
      for (const int trials : {0, 1, 5})
        walk_.add(studio, "cost",
                  (QStringList{costText(cost, freeBytes, {.trials = trials, .epochs = 90}),
                               splitText(cost)} +
                   costWarnings(cost, freeBytes))
                      .join(u'\n'));
    QVERIFY2(walk_.found().isEmpty(), qPrintable(walk_.found().join(u'\n')));
    QVERIFY(walk_.count() > 1000);
  }

 private:
  void speakRussian() {
    speak(QStringLiteral("ru"));
    walk_ = {};
    gaps_ = std::make_unique<Gaps>(messagesIn(pathOf(QStringLiteral("ru"))));
    QCoreApplication::installTranslator(gaps_.get());
  }

  /// Collects a window's texts, and pictures where they are wanted.
  void look(QWidget& window, const char* name) {
    walk_.walk(window);
    const QString folder = qEnvironmentVariable("EARWITNESS_SCREENSHOTS");
    if (folder.isEmpty()) return;
    for (const QSize size : {QSize(1024, 640), QSize(1400, 900)}) {
      if (qobject_cast<QDialog*>(&window) == nullptr) window.resize(size);
      QTest::qWait(300);
      window.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                             .arg(folder, QString::fromLatin1(name))
                             .arg(++pictures_)
                             .arg(size.width()));
      if (qobject_cast<QDialog*>(&window) != nullptr) break;
    }
  }

  void lookAtDialogs(const QWidget& window) {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (widget == &window || !widget->isVisible()) continue;
      if (auto* settings = qobject_cast<SettingsDialog*>(widget))
        for (int page = 0; page <= int(SettingsDialog::Page::Language); ++page) {
          settings->showPage(SettingsDialog::Page(page));
          look(*widget, "settings");
        }
      else
        look(*widget, "dialog");
      widget->close();
    }
  }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<Gaps> gaps_;
  TextWalk walk_;
  int pictures_ = 0;
};

QTEST_MAIN(TestTranslation)
#include "test_translation.moc"
