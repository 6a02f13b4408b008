// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

namespace earwitness::gui {

/// A language that the window can speak.
struct Language {
  QString code;  ///< "en"
  QString name;  ///< in itself
};

const QList<Language>& languages();

/// The code that was chosen; empty: as the system.
QString keptLanguage();
void keepLanguage(const QString& code);

/// From now on texts, and the numbers in them, are in this language; empty: in the first of the
/// system's languages that there is, else in English. Texts that are shown already stay.
void speak(const QString& code);

/// The language that speak() chose for texts; English until it is called. Thread: any.
QLocale::Language spokenLanguage();

}  // namespace earwitness::gui
