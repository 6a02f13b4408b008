// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/start_pane.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "app/gui/base/theme.h"
#include "app/gui/training/sounds/set_dialogs.h"

namespace earwitness::gui {

namespace {
constexpr QSize kButtonSize(340, 98);
constexpr int kPadding = 16;
constexpr int kIcon = 28;
}  // namespace

WayButton::WayButton(Glyph glyph, const QString& title, const QString& sentence, QWidget* parent)
    : QAbstractButton(parent), glyph_(glyph), sentence_(sentence) {
  setText(title);
  setSentence(sentence);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
}

void WayButton::setSentence(const QString& sentence) {
  sentence_ = sentence;
  setAccessibleDescription(sentence);
  update();
}

QSize WayButton::sizeHint() const {
  return kButtonSize;
}

QSize WayButton::minimumSizeHint() const {
  return {kButtonSize.width() - 60, kButtonSize.height()};
}

void WayButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& colours = themeColours(palette());
  const bool marked = isEnabled() && (underMouse() || hasFocus());
  painter.setPen(QPen(marked ? colours.accent : colours.border, marked ? 2.0 : 1.0));
  painter.setBrush(isDown() ? palette().color(QPalette::Midlight)
                            : palette().color(QPalette::Base));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
  const QRect place(kPadding, kPadding, kIcon, kIcon);
  gui::icon(glyph_).paint(&painter, place, Qt::AlignCenter,
                          isEnabled() ? QIcon::Normal : QIcon::Disabled);
  const QRect words =
      rect().adjusted(kPadding + kIcon + 12, kPadding - 2, -kPadding, -kPadding + 6);
  QFont bold = font();
  bold.setBold(true);
  bold.setPointSizeF(bold.pointSizeF() * 1.1);
  painter.setFont(bold);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, text().remove(u'&'));
  painter.setFont(font());
  painter.setPen(isEnabled() ? colours.muted
                             : palette().color(QPalette::Disabled, QPalette::WindowText));
  painter.drawText(words.adjusted(0, QFontMetrics(bold).height() + 6, 0, 0),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sentence_);
}

StartPane::StartPane(QWidget* parent) : QWidget(parent), sets_(new QMenu(this)) {
  setObjectName(QStringLiteral("soundsStart"));
  auto* title = new QLabel(tr("What should Earwitness learn to recognise?"), this);
  QFont large = title->font();
  large.setPointSizeF(large.pointSizeF() * 1.6);
  large.setBold(true);
  title->setFont(large);
  title->setAlignment(Qt::AlignCenter);
  auto* sentence = new QLabel(tr("A model learns from examples: clips of each sound, and clips of "
                                 "background noise without them."),
                              this);
  sentence->setAlignment(Qt::AlignCenter);
  sentence->setWordWrap(true);

  auto* open = new WayButton(Glyph::Folder, tr("&Open a folder of sounds"),
                             tr("Drop or choose a data set: one folder per class, ESC-50, "
                                "UrbanSound8K, or a table of files and labels."),
                             this);
  open->setObjectName(QStringLiteral("startFolder"));
  setFocusProxy(open);
  auto* record = new WayButton(
      Glyph::Microphone, tr("&Record my own"),
      tr("Create classes and record clips of each with the microphone, or drop files on them."),
      this);
  record->setObjectName(QStringLiteral("startRecord"));
  auto* example = new WayButton(
      Glyph::Play, tr("&Try the example"),
      tr("Train a model on 140 synthetic sounds in seven classes. Takes about three minutes."),
      this);
  example->setObjectName(QStringLiteral("startExample"));
  ownSet_ = new WayButton(Glyph::History, tr("&Continue with my sounds"), QString(), this);
  ownSet_->setObjectName(QStringLiteral("startOwnSet"));
  sets_->setObjectName(QStringLiteral("startSets"));
  connect(record, &WayButton::clicked, this, &StartPane::recordAsked);
  connect(example, &WayButton::clicked, this, &StartPane::exampleAsked);
  auto* ways = new QMenu(open);
  const auto openPath = [this](const QString& path) { emit opened(path); };
  ways->addAction(tr("&Folder…"), this, [=, this] { askForSoundsFolder(this, openPath); });
  ways->addAction(tr("&Table…"), this, [=, this] { askForSoundsTable(this, openPath); });
  const auto popUp = [](QWidget* under, QMenu* menu) {
    menu->popup(under->mapToGlobal(QPoint(kPadding, under->height())));
  };
  connect(open, &WayButton::clicked, this, [=] { popUp(open, ways); });
  connect(ownSet_, &WayButton::clicked, this, [=, this] { popUp(ownSet_, sets_); });

  auto* grid = new QGridLayout;
  grid->setSpacing(14);
  grid->addWidget(open, 0, 0);
  grid->addWidget(record, 0, 1);
  grid->addWidget(example, 1, 0);
  grid->addWidget(ownSet_, 1, 1);
  auto* rows = new QVBoxLayout(this);
  rows->addStretch(2);
  rows->addWidget(title);
  rows->addWidget(sentence);
  rows->addSpacing(18);
  rows->addLayout(grid);
  rows->setAlignment(grid, Qt::AlignHCenter);
  rows->addStretch(3);
  setSets({});
}

void StartPane::setSets(const std::vector<std::filesystem::path>& sets) {
  sets_->clear();
  for (const std::filesystem::path& set : sets) {
    const QString folder = QString::fromStdString(set.string());
    sets_->addAction(QString::fromStdString(set.filename().string())
                         .replace(QStringLiteral("&"), QStringLiteral("&&")),
                     this, [this, folder] { emit opened(folder); });
  }
  ownSet_->setEnabled(!sets.empty());
  ownSet_->setSentence(sets.empty() ? tr("You have no data set yet.")
                                    : tr("Your recordings and classes."));
}

}  // namespace earwitness::gui
