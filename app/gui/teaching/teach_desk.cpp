#include "app/gui/teaching/teach_desk.h"

#include <QAction>
#include <QFileInfo>
#include <utility>

#include "app/gui/actions.h"
#include "app/gui/events/event_desk.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/live/event_table_model.h"
#include "app/gui/live/live_session.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/shown_label.h"
#include "app/gui/teaching/taught_dialog.h"
#include "app/gui/teaching/teach_dialog.h"
#include "app/gui/widgets/bring_to_front.h"

namespace earwitness::gui {

TeachDesk::TeachDesk(Parts parts, QObject* parent) : QObject(parent), parts_(std::move(parts)) {
  connect(parts_.actions->teach, &QAction::triggered, this, &TeachDesk::teach);
  connect(parts_.actions->taught, &QAction::triggered, this, &TeachDesk::showTaught);
  connect(parts_.events->reviewer(), &Reviewer::judgedWrong, this, &TeachDesk::learnFromWrong);
  connect(parts_.teacher, &TeacherHost::told, this, &TeachDesk::told);
}

void TeachDesk::showTaught() {
  const QString name = QStringLiteral("taughtDialog");
  if (auto* shown = parts_.window->findChild<TaughtDialog*>(name)) return bringToFront(shown);
  auto* dialog = new TaughtDialog(parts_.teacher, parts_.playback, parts_.window);
  dialog->setObjectName(name);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TaughtDialog::clipsChosen, parts_.events, &EventDesk::sendToDataSet);
  dialog->show();
}

/// What is selected in the picture, or else in the list of events.
void TeachDesk::teach() {
  if (const auto& selection = parts_.picture->selection()) {
    const PictureTime time = parts_.picture->time();
    return ask({.sound = {.label = {},
                          .file = {},
                          .startSeconds = selection->startSeconds,
                          .endSeconds = selection->endSeconds},
                .origin = parts_.live->sourceName(),
                .utcMs = time.utcMsAt(time.xOf(selection->startSeconds))});
  }
  const std::vector<HeardEvent> events = parts_.events->selected();
  if (events.empty()) {
    emit told(
        tr("Select the sound first: a part of the live picture (drag over it while Shift is held, "
           "or while it is frozen), or an event in the list."));
    return;
  }
  ask(requestOf(events.front()));
}

void TeachDesk::ask(const TeachRequest& request) {
  if (const QString why = parts_.teacher->whyNot(); !why.isEmpty()) {
    emit told(why);
    return;
  }
  auto* dialog = new TeachDialog(parts_.teacher->classes(), shownLabels(labels_), parts_.window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog, request] {
    TeachRequest lesson = request;
    lesson.sound.label = labelCalled(dialog->name());
    parts_.teacher->teach(lesson, parts_.live->history());
  });
  dialog->open();
}

/// The model's own label for what the user typed; else what was typed.
std::string TeachDesk::labelCalled(const QString& name) const {
  for (const std::string& label : labels_)
    if (isCalled(label, name)) return label;
  return name.toStdString();
}

TeachRequest TeachDesk::requestOf(const HeardEvent& event) const {
  TeachRequest request{.sound = parts_.events->clipOf(event, 0.0),
                       .origin = event.source,
                       .utcMs = event.clock.isValid() ? event.clock.toMSecsSinceEpoch() : 0};
  if (!event.file.empty())
    request.origin = QFileInfo(QString::fromStdString(event.file.string())).fileName();
  return request;
}

/// A false alarm of a taught class is a counter-example.
void TeachDesk::learnFromWrong(const HeardEvent& event) {
  if (parts_.teacher->classes().find(event.labelName) == nullptr) return;
  TeachRequest request = requestOf(event);
  request.sound.label = event.labelName;
  request.isCounterExample = true;
  parts_.teacher->teach(request, parts_.live->history());
}

}  // namespace earwitness::gui
