#pragma once

#include <QElapsedTimer>
#include <QStringList>
#include <QWidget>
#include <span>
#include <vector>

namespace earwitness::gui {

/// The best classes as bars: name, bar, percentage. Where an instant score is known too, it is a
/// thin line in the bar. A class keeps its row until another beats it clearly, so that rows do not
/// flicker. Thread: GUI.
class ClassBars : public QWidget {
  Q_OBJECT
 public:
  enum class Colours {
    Accent,  ///< all bars alike
    Series   ///< as the curves of a plot, in the same order
  };
  static constexpr int kRows = 5;

  explicit ClassBars(Colours colours, QWidget* parent = nullptr);

  void setLabels(const std::vector<std::string>& labels);
  /// scores (nLabels): the length of the bars. instant (nLabels) or empty.
  void setScores(std::span<const float> scores, std::span<const float> instant = {});
  /// Shows these classes in this order and no others, with their scores.
  void setRows(const std::vector<int>& labels, std::span<const float> scores);
  void clear();
  /// What is said where there is nothing to show.
  void setPlaceholder(const QString& text);
  /// Moves the bars towards their scores. Called once a frame.
  void advance();

  struct Row {
    int label = 0;
    float score = 0.0F;     ///< what it is
    float instant = -1.0F;  ///< negative: not known
    float shown = 0.0F;     ///< what is drawn, on its way to `score`
  };
  const std::vector<Row>& rows() const { return rows_; }
  QString labelText(int label) const { return labels_.value(label); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();
  void paintRow(QPainter& painter, const QRect& area, int index) const;

  Colours colours_;
  QStringList labels_;
  std::vector<Row> rows_;
  QString placeholder_;
  QElapsedTimer sinceAdvance_;
  QElapsedTimer sinceDescribed_;
  QElapsedTimer sinceOrdered_;
};

}  // namespace earwitness::gui
