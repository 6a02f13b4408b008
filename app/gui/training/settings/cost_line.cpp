// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/cost_line.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QTemporaryFile>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/settings/cost_text.h"
#include "core/base/error.h"
#include "core/base/user_folders.h"
#include "core/data/feature_store.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// Room where `folder` is, or will be; below 0 where that is not known.
double freeBytesAt(fs::path folder) {
  std::error_code error;
  while (!folder.empty() && !fs::exists(folder, error) && folder != folder.parent_path())
    folder = folder.parent_path();
  const fs::space_info space = fs::space(folder, error);
  return error ? -1.0 : double(space.available);
}

double freeBytes() {
  try {
    const double runs = freeBytesAt(stateFolder()), cache = freeBytesAt(defaultCacheFolder());
    return runs < 0.0 ? cache : cache < 0.0 ? runs : std::min(runs, cache);
  } catch (const Error&) {  // without a home
    return -1.0;
  }
}

}  // namespace

/// The settings in a file, which goes when nobody needs it any more.
struct CostLine::Question {
  QString file;  ///< empty where it could not be written
  double freeBytes = -1.0;

  ~Question() {
    if (!file.isEmpty()) QFile::remove(file);
  }
  void write(const nlohmann::json& settings) {
    QTemporaryFile made(QDir::tempPath() + QStringLiteral("/earwitness-settings-XXXXXX.json"));
    made.setAutoRemove(false);
    if (!made.open()) return;
    file = made.fileName();
    const std::string text =
        settings.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (made.write(text.data(), qint64(text.size())) == qint64(text.size()) && made.flush()) return;
    QFile::remove(file);
    file.clear();
  }
};

CostLine::CostLine(QWidget* parent)
    : QWidget(parent), figures_(new QLabel(this)), remarks_(new QLabel(this)) {
  figures_->setAccessibleName(tr("Cost"));
  remarks_->setAccessibleName(tr("Cost and problems before the start"));
  figures_->setFont(tabularFont(figures_->font()));
  remarks_->setFont(smallFont(remarks_->font()));
  for (QLabel* label : {figures_, remarks_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(figures_);
  layout->addWidget(remarks_);
  soon_.setSingleShot(true);
  soon_.setInterval(kPatienceMs);
  connect(&soon_, &QTimer::timeout, this, &CostLine::ask);
  showTexts();
}

void CostLine::setSettings(const nlohmann::json& settings) {
  settings_ = settings;
  askSoon();
}

void CostLine::setSearchTrials(int trials) {
  searchTrials_ = trials;
  showTexts();
}

void CostLine::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  askSoon();
}

void CostLine::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) showTexts();
}

void CostLine::askSoon() {
  if (settings_ == asked_) return;
  soon_.stop();
  job_.cancel();
  asked_ = {};
  const bool hasData =
      settings_.contains("data") && !settings_["data"].value("root", std::string()).empty();
  isAsking_ = hasData;
  if (!hasData) {
    answer_ = {};
    problem_.clear();
  } else if (isVisible()) {
    soon_.start();
  }
  showTexts();
}

void CostLine::ask() {
  asked_ = settings_;
  auto question = std::make_shared<Question>();
  readInBackground(
      this,
      [question, settings = asked_] {
        question->write(settings);
        question->freeBytes = freeBytes();
      },
      [this, question, asked = asked_] {
        if (asked == settings_) start(question);
      });
}

void CostLine::start(const std::shared_ptr<Question>& question) {
  freeBytes_ = question->freeBytes;
  if (question->file.isEmpty()) {
    fail(tr("The settings cannot be saved to %1.").arg(QDir::tempPath()));
    return;
  }
  question_ = question;
  job_.start(
      {QStringLiteral("train"), QStringLiteral("--settings"), question->file,
       QStringLiteral("--dry-run"), QStringLiteral("--json")},
      [this](const nlohmann::json& answer) { take(answer); },
      [this](const QString& sentence) { fail(sentence); });
}

void CostLine::take(const nlohmann::json& answer) {
  isAsking_ = false;
  question_.reset();
  answer_ = answer;
  problem_.clear();
  showTexts();
  emit answered();
}

void CostLine::fail(const QString& sentence) {
  isAsking_ = false;
  question_.reset();
  answer_ = {};
  problem_ = sentence;
  showTexts();
  emit answered();
}

void CostLine::showTexts() {
  const ThemeColours& theme = themeColours(palette());
  const bool fits = answer_.is_object() && !isAsking_;
  SearchSize search{.trials = searchTrials_};
  if (settings_.is_object()) search.epochs = std::max(1, settings_.value("epochs", 1));
  QString figures = answer_.is_object() ? costText(answer_, freeBytes_, search) : problem_;
  if (isAsking_ && figures.isEmpty()) figures = tr("Estimating…");
  if (!isAsking_ && figures.isEmpty())
    figures = tr("The estimate appears after you choose sounds.");
  figures_->setText(figures);
  QPalette colours = palette();
  const bool isProblem = !isAsking_ && !problem_.isEmpty();
  colours.setColor(QPalette::WindowText, isProblem ? theme.danger
                                         : fits    ? palette().color(QPalette::WindowText)
                                                   : theme.muted);
  figures_->setPalette(colours);

  // While it is asked anew the last answer stays, so that nothing jumps.
  const bool isThere = answer_.is_object();
  const QStringList warnings = isThere ? costWarnings(answer_, freeBytes_) : QStringList();
  remarks_->setText(!warnings.isEmpty() ? warnings.join(u' ')
                    : isThere           ? splitText(answer_)
                                        : QString());
  remarks_->setVisible(!remarks_->text().isEmpty());
  colours.setColor(QPalette::WindowText, fits && !warnings.isEmpty() ? theme.warning : theme.muted);
  remarks_->setPalette(colours);
}

}  // namespace earwitness::gui
