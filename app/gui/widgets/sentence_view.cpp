// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/sentence_view.h"

#include <QScrollBar>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr int kMostLines = 8;     // more are scrolled to
constexpr int kUsualWidth = 400;  // pixels
constexpr int kLeastWidth = 120;

}  // namespace

SentenceView::SentenceView(QWidget* parent) : QTextEdit(parent) {
  setReadOnly(true);
  setAcceptRichText(false);
  setFrameShape(QFrame::NoFrame);
  setTabChangesFocus(true);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  document()->setDocumentMargin(0);
  viewport()->setAutoFillBackground(false);
  setAutoFillBackground(false);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setFocusPolicy(Qt::ClickFocus);
  hide();
}

void SentenceView::setSentence(const QString& text) {
  if (text != toPlainText()) setPlainText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  updateGeometry();
}

void SentenceView::setAlarming() {
  QPalette alarming = palette();
  alarming.setColor(QPalette::Text, themeColours(alarming).danger);
  setPalette(alarming);
}

QSize SentenceView::sizeHint() const {
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize SentenceView::minimumSizeHint() const {
  return {kLeastWidth, fontMetrics().lineSpacing()};
}

int SentenceView::heightForWidth(int width) const {
  QTextDocument text;
  text.setDefaultFont(font());
  text.setDocumentMargin(0);
  text.setDefaultTextOption(document()->defaultTextOption());
  text.setPlainText(toPlainText());
  text.setTextWidth(std::max(kLeastWidth, width));
  return std::min(int(std::ceil(text.size().height())), kMostLines * fontMetrics().lineSpacing());
}

/// Tab comes here only where there is something to scroll.
void SentenceView::resizeEvent(QResizeEvent* event) {
  QTextEdit::resizeEvent(event);
  setFocusPolicy(verticalScrollBar()->maximum() > 0 ? Qt::StrongFocus : Qt::ClickFocus);
}

}  // namespace earwitness::gui
