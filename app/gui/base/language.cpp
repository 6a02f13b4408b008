// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <algorithm>
#include <atomic>

// Resources of a static library are linked in only where they are asked for, and the macro may not
// stand in a namespace.
static void initResources() {
  Q_INIT_RESOURCE(translations);
}

namespace earwitness::gui {

namespace {

constexpr const char* kSettingsKey = "view/language";

std::atomic<QLocale::Language> textLanguage{QLocale::English};

/// The one of `name` that was installed before goes.
void install(const QString& name, const QLocale& locale, const QString& folder) {
  QCoreApplication* application = QCoreApplication::instance();
  delete application->findChild<QTranslator*>(name, Qt::FindDirectChildrenOnly);
  auto* translator = new QTranslator(application);
  translator->setObjectName(name);
  if (translator->load(locale, name, QStringLiteral("_"), folder))
    QCoreApplication::installTranslator(translator);
  else
    delete translator;
}

bool isKnown(const QString& code) {
  return std::any_of(languages().begin(), languages().end(),
                     [&code](const Language& language) { return language.code == code; });
}

/// The first language of the system's that there is.
QLocale spokenLocale(const QLocale& wanted) {
  for (const QString& name : wanted.uiLanguages()) {
    if (isKnown(name.section(QLatin1Char('-'), 0, 0))) return QLocale(name);
  }
  return QLocale(QLocale::English);
}

}  // namespace

const QList<Language>& languages() {
  static const QList<Language> all = {{QStringLiteral("en"), QStringLiteral("English")},
                                      {QStringLiteral("ru"), QStringLiteral("Русский")}};
  return all;
}

QString keptLanguage() {
  const QString code = QSettings().value(kSettingsKey).toString();
  return isKnown(code) ? code : QString();
}

void keepLanguage(const QString& code) {
  QSettings settings;
  if (code.isEmpty())
    settings.remove(kSettingsKey);
  else
    settings.setValue(kSettingsKey, code);
}

void speak(const QString& code) {
  initResources();
  const QLocale system = QLocale::system();
  const bool isSystems = code.isEmpty() || QLocale(code).language() == system.language();
  const QLocale numbers = isSystems ? system : QLocale(code);
  QLocale::setDefault(numbers);
  const QLocale texts = spokenLocale(code.isEmpty() ? system : QLocale(code));
  textLanguage = texts.language();
  install(QStringLiteral("qtbase"), texts, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(QStringLiteral("earwitness"), texts, QStringLiteral(":/translations"));
}

QLocale::Language spokenLanguage() {
  return textLanguage;
}

}  // namespace earwitness::gui
