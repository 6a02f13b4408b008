#include "app/gui/widgets/class_bars.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/gui/shown_label.h"
#include "app/gui/theme.h"
#include "app/gui/widgets/text_format.h"

namespace earwitness::gui {

namespace {
constexpr float kClearLead = 0.05F;    // by which a class must beat another to take its row at once
constexpr qint64 kOrderEveryMs = 800;  // how often rows are put into their exact order
constexpr double kBarSeconds = 0.08;   // time constant of the bars' movement
constexpr qint64 kDescribeEveryMs = 1000;  // for screen readers
constexpr int kBarHeight = 8;
}  // namespace

ClassBars::ClassBars(Colours colours, QWidget* parent) : QWidget(parent), colours_(colours) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
  sinceAdvance_.start();
}

QSize ClassBars::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 22, kRows * (fontMetrics().height() + 4)};
}

QSize ClassBars::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 34,
          kRows * (fontMetrics().height() + kBarHeight + 12)};
}

void ClassBars::setLabels(const std::vector<std::string>& labels) {
  labels_.clear();
  for (const std::string& label : labels) labels_.append(shownLabel(label));
  clear();
}

void ClassBars::setPlaceholder(const QString& text) {
  if (text == placeholder_) return;
  placeholder_ = text;
  if (rows_.empty()) setAccessibleDescription(placeholder_);
  update();
}

void ClassBars::clear() {
  rows_.clear();
  setAccessibleDescription(placeholder_);
  update();
}

void ClassBars::setScores(std::span<const float> scores, std::span<const float> instant) {
  if (scores.size() != size_t(labels_.size())) return;
  const auto holder = [&](int label) {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& r) { return r.label == label; });
  };
  // Those that hold a row get a small lead.
  std::vector<float> rank(scores.begin(), scores.end());
  const bool settle = !sinceOrdered_.isValid() || sinceOrdered_.elapsed() >= kOrderEveryMs;
  if (settle) sinceOrdered_.start();
  const float lead = settle ? 0.0F : kClearLead;
  for (const Row& row : rows_) rank[size_t(row.label)] += lead;
  std::vector<int> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  const auto count = std::min<size_t>(kRows, order.size());
  std::partial_sort(order.begin(), order.begin() + long(count), order.end(), [&](int a, int b) {
    return rank[size_t(a)] > rank[size_t(b)] || (rank[size_t(a)] == rank[size_t(b)] && a < b);
  });

  std::vector<Row> rows;
  for (size_t i = 0; i < count; ++i) {
    Row row;
    row.label = order[i];
    if (holder(row.label))
      row = *std::find_if(rows_.begin(), rows_.end(),
                          [&](const Row& r) { return r.label == order[i]; });
    row.score = scores[size_t(order[i])];
    row.instant = instant.size() == scores.size() ? instant[size_t(order[i])] : -1.0F;
    rows.push_back(row);
  }
  // Among the rows shown, the order changes only for a clear lead.
  const auto place = [&](const Row& row) {
    return std::find_if(rows_.begin(), rows_.end(),
                        [&](const Row& r) { return r.label == row.label; }) -
           rows_.begin();
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Row& a, const Row& b) { return place(a) < place(b); });
  for (size_t pass = 0; pass + 1 < rows.size(); ++pass)
    for (size_t i = 0; i + 1 < rows.size(); ++i)
      if (rows[i + 1].score > rows[i].score + lead) std::swap(rows[i], rows[i + 1]);
  rows_ = std::move(rows);
  describe();
  update();
}

void ClassBars::setRows(const std::vector<int>& labels, std::span<const float> scores) {
  rows_.clear();
  for (const int label : labels) {
    if (label < 0 || label >= labels_.size() || size_t(label) >= scores.size()) continue;
    const float score = scores[size_t(label)];
    rows_.push_back({label, score, -1.0F, score});
  }
  sinceDescribed_.invalidate();
  describe();
  update();
}

void ClassBars::describe() {
  if (sinceDescribed_.isValid() && sinceDescribed_.elapsed() < kDescribeEveryMs) return;
  sinceDescribed_.start();
  QStringList parts;
  for (const Row& row : rows_)
    parts.append(tr("%1 %2").arg(labelText(row.label), percentText(row.score)));
  setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void ClassBars::advance() {
  const double elapsed = double(sinceAdvance_.nsecsElapsed()) * 1e-9;
  sinceAdvance_.restart();
  const auto share = float(1.0 - std::exp(-elapsed / kBarSeconds));
  bool moved = false;
  for (Row& row : rows_) {
    const float step = (row.score - row.shown) * share;
    if (std::abs(row.score - row.shown) < 0.0005F) continue;
    row.shown += step;
    moved = true;
  }
  if (moved) update();
}

void ClassBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (rows_.empty()) {
    painter.setPen(themeColours(palette()).muted);
    painter.drawText(rect().adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                     placeholder_);
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  const int wanted = fontMetrics().height() + kBarHeight + 14;
  const int rowHeight = std::min(wanted, height() / kRows);
  for (size_t i = 0; i < rows_.size(); ++i)
    paintRow(painter, QRect(0, int(i) * rowHeight, width(), rowHeight), int(i));
}

void ClassBars::paintRow(QPainter& painter, const QRect& area, int index) const {
  const Row& row = rows_[size_t(index)];
  const ThemeColours& colours = themeColours(palette());
  const QColor colour =
      colours_ == Colours::Series ? colours.series[size_t(index) % kRows] : colours.accent;
  const int textHeight = fontMetrics().height();
  // Where rows are low the bar gives way before the text does.
  const int barHeight = std::clamp(area.height() - textHeight - 4, 3, kBarHeight);
  const int content = textHeight + barHeight + 1;
  const int top = area.top() + std::max(0, (area.height() - content) / 2);

  const QFont numbers = tabularFont(font());
  const QString percent = percentText(row.score);
  const int percentWidth = QFontMetrics(numbers).horizontalAdvance(QStringLiteral("100 %"));
  const QRect text(area.left(), top, area.width(), textHeight);
  const QRect name = text.adjusted(0, 0, -percentWidth - 8, 0);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                   fontMetrics().elidedText(labelText(row.label), Qt::ElideRight, name.width()));
  painter.setFont(numbers);
  painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, percent);
  painter.setFont(font());

  const QRectF track(area.left(), top + textHeight + 1, area.width(), barHeight);
  const double radius = barHeight / 2.0;
  QPainterPath clip;
  clip.addRoundedRect(track, radius, radius);
  painter.fillPath(clip, colours.track);
  painter.save();
  painter.setClipPath(clip);
  QColor fill = colour;
  if (colours_ == Colours::Accent && index > 0) fill.setAlphaF(0.62F);
  painter.fillRect(QRectF(track.left(), track.top(), track.width() * row.shown, barHeight), fill);
  if (row.instant >= 0.0F) {
    const double x = track.left() + std::min(track.width() - 2.0, track.width() * row.instant);
    painter.fillRect(QRectF(x, track.top(), 2.0, barHeight), palette().color(QPalette::WindowText));
  }
  painter.restore();
}

}  // namespace earwitness::gui
