<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Earwitness</source>
        <translation>О программе Earwitness</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Earwitness %1&lt;/h3&gt;</source>
        <translation>&lt;h3&gt;Earwitness %1&lt;/h3&gt;</translation>
    </message>
    <message>
        <source>Detects and identifies sounds, live or in audio files. Everything runs on this computer.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Находит и определяет звуки с микрофона и в звуковых файлах. Всё работает на этом компьютере.&lt;br&gt;&lt;br&gt;Свободная программа на условиях Стандартной общественной лицензии GNU версии 3 или новее.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Use this model file.</source>
        <translation>Взять этот файл модели.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>Listen to this microphone.</source>
        <translation>Слушать этот микрофон.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>files</source>
        <translation>файлы</translation>
    </message>
    <message>
        <source>Audio files or folders to open.</source>
        <translation>Звуковые файлы или папки, которые открыть.</translation>
    </message>
    <message>
        <source>[files...]</source>
        <translation>[файлы...]</translation>
    </message>
    <message>
        <source>--after needs a number of seconds, such as 3 or 0.5.</source>
        <translation>--after требует число секунд, например 3 или 0.5.</translation>
    </message>
    <message>
        <source>%1. Run earwitness --help for a list of options.</source>
        <translation>%1. Список параметров показывает earwitness --help.</translation>
    </message>
    <message>
        <source>Displays this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>Displays the version.</source>
        <translation>Показать версию.</translation>
    </message>
    <message>
        <source>Detects and identifies sounds, live or in audio files.</source>
        <translation>Находит и определяет звуки с микрофона и в звуковых файлах.</translation>
    </message>
    <message>
        <source>--language supports only: %1.</source>
        <translation>--language знает только %1.</translation>
    </message>
    <message>
        <source>Do not start listening automatically.</source>
        <translation>Не начинать слушать автоматически.</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>Язык окна: %1.</translation>
    </message>
    <message>
        <source>Append detected events to this file, one JSON object per line.</source>
        <translation>Дописывать найденные события в этот файл, по объекту JSON в строке.</translation>
    </message>
    <message>
        <source>Save a screenshot of the window, and quit.</source>
        <translation>Сохранить снимок окна и выйти.</translation>
    </message>
    <message>
        <source>Seconds before the screenshot is taken.</source>
        <translation>Через сколько секунд сделать снимок.</translation>
    </message>
    <message>
        <source>Print the startup times in milliseconds as a JSON object.</source>
        <translation>Напечатать, сколько занял запуск, в миллисекундах, объектом JSON.</translation>
    </message>
    <message>
        <source>Print listening statistics at the end as a JSON object: windows, losses, delays.</source>
        <translation>Напечатать в конце, как прошло прослушивание, объектом JSON: окна, потери, задержки.</translation>
    </message>
    <message>
        <source>--log-level supports only: debug, info, warning, error.</source>
        <translation>--log-level принимает только: debug, info, warning, error.</translation>
    </message>
    <message>
        <source>Log messages of this level and above: debug, info, warning or error.</source>
        <translation>Записывать в журнал сообщения этого уровня и выше: debug, info, warning или error.</translation>
    </message>
    <message>
        <source>level</source>
        <translation>уровень</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Changes the speed</source>
        <translation>Меняет скорость</translation>
    </message>
    <message>
        <source>Adds generated noise or hum</source>
        <translation>Добавляет синтезированный шум или гул</translation>
    </message>
    <message>
        <source>Mixes two clips&apos; powers at equal level, and their labels (Tokozume et al., 2018)</source>
        <translation>Смешивает мощности двух фрагментов на равном уровне, а также их метки (Tokozume et al., 2018)</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>dB, highest signal-to-noise ratio</source>
        <translation>дБ, наибольшее отношение сигнал/шум</translation>
    </message>
    <message>
        <source>dB, lowest signal-to-noise ratio</source>
        <translation>дБ, наименьшее отношение сигнал/шум</translation>
    </message>
    <message>
        <source>mel bands at most</source>
        <translation>мел-полос, не больше</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>масок</translation>
    </message>
    <message>
        <source>fill with 0 dB (0) or with the window&apos;s mean (1)</source>
        <translation>заполнять 0 дБ (0) или средним окна (1)</translation>
    </message>
    <message>
        <source>frames at most</source>
        <translation>кадров, не больше</translation>
    </message>
    <message>
        <source>The augmentation step &apos;crop&apos; has a shortest length above its longest.</source>
        <translation>У шага аугментации «crop» наименьшая длина больше наибольшей.</translation>
    </message>
    <message>
        <source>The augmentation step &apos;noise&apos; has its loudest signal-to-noise ratio above its softest.</source>
        <translation>У шага аугментации «noise» самое громкое отношение сигнал/шум выше самого тихого.</translation>
    </message>
    <message>
        <source>channels of the convolutions and width of the encoder</source>
        <translation>каналы свёрток и ширина кодировщика</translation>
    </message>
    <message>
        <source>width of the encoder layers&apos; feed-forward network</source>
        <translation>ширина полносвязной сети в слоях кодировщика</translation>
    </message>
    <message>
        <source>encoder layers, 1 to 4</source>
        <translation>слои кодировщика, от 1 до 4</translation>
    </message>
    <message>
        <source>Residual 1-D convolutions over time, bands as channels</source>
        <translation>Остаточные одномерные свёртки по времени, полосы как каналы</translation>
    </message>
    <message>
        <source>of each residual block</source>
        <translation>каждого остаточного блока</translation>
    </message>
    <message>
        <source>of each block, odd, in steps of its input</source>
        <translation>каждого блока, нечётные, в шагах его входа</translation>
    </message>
    <message>
        <source>of each block</source>
        <translation>каждого блока</translation>
    </message>
    <message>
        <source>Plain 2-D convolutions over (bands, time) with pooling</source>
        <translation>Простые двумерные свёртки по (полосы, время) с пулингом</translation>
    </message>
    <message>
        <source>of each convolution</source>
        <translation>каждой свёртки</translation>
    </message>
    <message>
        <source>2-D convolutions, then a bidirectional LSTM along time</source>
        <translation>Двумерные свёртки, затем двунаправленная LSTM вдоль времени</translation>
    </message>
    <message>
        <source>units of the LSTM in each direction</source>
        <translation>ячейки LSTM в каждом направлении</translation>
    </message>
    <message>
        <source>Transformer encoder on overlapping patches of the log-mel</source>
        <translation>Кодировщик Transformer на перекрывающихся участках лог-мел-спектрограммы</translation>
    </message>
    <message>
        <source>width of the encoder</source>
        <translation>ширина кодировщика</translation>
    </message>
    <message>
        <source>encoder layers, 1 to 8</source>
        <translation>слои кодировщика, от 1 до 8</translation>
    </message>
    <message>
        <source>channels of the convolutions before the patches, each of which halves bands and time</source>
        <translation>каналы свёрток перед участками, каждая вдвое сокращает полосы и время</translation>
    </message>
    <message>
        <source>[bands, time] from one patch to the next</source>
        <translation>[полосы, время] от одного участка до следующего</translation>
    </message>
    <message>
        <source>2-D inverted residual blocks over (bands, time), pooled over the loudest moments</source>
        <translation>Двумерные инвертированные остаточные блоки по (полосы, время), пулинг по самым громким моментам</translation>
    </message>
    <message>
        <source>channels inside each block</source>
        <translation>каналы внутри каждого блока</translation>
    </message>
    <message>
        <source>channels of the first convolutions, each of which halves bands and time</source>
        <translation>каналы первых свёрток, каждая вдвое сокращает полосы и время</translation>
    </message>
    <message>
        <source>[bands, time] of each block</source>
        <translation>[полосы, время] каждого блока</translation>
    </message>
    <message>
        <source>siren</source>
        <translation>сирена</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>двигатель</translation>
    </message>
    <message>
        <source>vacuum cleaner</source>
        <translation>пылесос</translation>
    </message>
    <message>
        <source>beeps</source>
        <translation>гудки</translation>
    </message>
    <message>
        <source>chirps</source>
        <translation>щебет</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>щелчки</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>тишина</translation>
    </message>
    <message>
        <source>white noise</source>
        <translation>белый шум</translation>
    </message>
    <message>
        <source>pink noise</source>
        <translation>розовый шум</translation>
    </message>
    <message>
        <source>brown noise</source>
        <translation>коричневый шум</translation>
    </message>
    <message>
        <source>hum</source>
        <translation>гул</translation>
    </message>
    <message>
        <source>digital silence</source>
        <translation>цифровая тишина</translation>
    </message>
    <message>
        <source>its peak is %1 dBFS</source>
        <translation>пик %1 dBFS</translation>
    </message>
    <message>
        <source>%1 of 1000 samples</source>
        <translation>%1 из 1000 отсчётов</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>it is listed twice</source>
        <translation>указан дважды</translation>
    </message>
    <message>
        <source>fold %1</source>
        <translation>фолд %1</translation>
    </message>
    <message>
        <source>folds %1</source>
        <translation>фолды %1</translation>
    </message>
    <message>
        <source>%1 to train, %2 to validate</source>
        <translation>обучение: %1, проверка: %2</translation>
    </message>
    <message>
        <source>%1 % of each class to validate, drawn with seed %2</source>
        <translation>на проверку %1 % каждого класса, выбраны с начальным числом %2</translation>
    </message>
    <message>
        <source>%1 % of each class to validate, whole recordings, drawn with seed %2</source>
        <translation>на проверку %1 % каждого класса, целыми записями, выбраны с начальным числом %2</translation>
    </message>
    <message>
        <source>No clip of &apos;%1&apos; can be used.</source>
        <translation>Ни один фрагмент из «%1» не годится.</translation>
    </message>
    <message>
        <source>A model needs at least two classes; &apos;%1&apos; has one.</source>
        <translation>Модели нужно не менее двух классов; в «%1» один.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; has no folds to choose from.</source>
        <translation>В наборе данных «%1» нет фолдов для выбора.</translation>
    </message>
    <message>
        <source>There is no folder &apos;%1&apos;.</source>
        <translation>Папки «%1» нет.</translation>
    </message>
    <message>
        <source>The feature cache cannot be written to &apos;%1&apos;: is the disk full?</source>
        <translation>Кэш признаков не записать в «%1»: диск заполнен?</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>такого файла нет.</translation>
    </message>
    <message>
        <source>it is a folder.</source>
        <translation>это папка.</translation>
    </message>
    <message>
        <source>it is not a regular file.</source>
        <translation>это не обычный файл.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>файл пуст.</translation>
    </message>
    <message>
        <source>the encoder failed.</source>
        <translation>сбой кодировщика.</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; cannot be opened: %2. Another program may be using it.</source>
        <translation>Микрофон «%1» не открыть: %2. Возможно, он занят другой программой.</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; cannot be opened: %2. Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>Микрофон «%1» не открыть: %2. Проверьте его в звуковых настройках системы или выберите другой.</translation>
    </message>
    <message>
        <source>Computer sound (%1)</source>
        <translation>Звук компьютера (%1)</translation>
    </message>
    <message>
        <source>Loudspeaker &apos;%1&apos; cannot be opened: %2. Another program may be using it.</source>
        <translation>Динамик «%1» не открыть: %2. Возможно, он занят другой программой.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written: %2</source>
        <translation>«%1» не записать: %2</translation>
    </message>
    <message>
        <source>The model was not ready within %1 s.</source>
        <translation>Модель не была готова за %1 с.</translation>
    </message>
    <message>
        <source>The model gave no answer within %1 s and is being started again.</source>
        <translation>Модель не ответила за %1 с и запускается снова.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a model file: a TorchScript archive (.pt) is expected.</source>
        <translation>«%1» — не файл модели: ожидается архив TorchScript (.pt).</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a model file: it is a folder or a device.</source>
        <translation>«%1» — не файл модели: это папка или устройство.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; does not exist.</source>
        <translation>Файла модели «%1» нет.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be read: %2.</source>
        <translation>Файл модели «%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is damaged: its description cannot be unpacked.</source>
        <translation>Файл модели «%1» повреждён: описание не распаковать.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is damaged: its description has no sensible size.</source>
        <translation>Файл модели «%1» повреждён: у описания нелепый размер.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; is damaged: its description is not valid JSON.</source>
        <translation>Файл модели «%1» повреждён: описание — не верный JSON.</translation>
    </message>
    <message>
        <source>It names sounds in plain noise and silence (see noise_check).</source>
        <translation>Она называет звуки в чистом шуме и тишине (см. noise_check).</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is cut off or damaged: fetch or copy it again.</source>
        <translation>Файл «%1» обрезан или повреждён: загрузите или скопируйте его снова.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is an archive, but not a TorchScript file.</source>
        <translation>«%1» — архив, но не файл TorchScript.</translation>
    </message>
    <message>
        <source>There are no labels in &apos;%1&apos;.</source>
        <translation>В «%1» нет меток.</translation>
    </message>
    <message>
        <source>One of the labels in &apos;%1&apos; is empty.</source>
        <translation>Одна из меток в «%1» пустая.</translation>
    </message>
    <message>
        <source>%1 kHz, %2 mel bands %3-%4 Hz, FFT %5, hop %6, %7</source>
        <translation>%1 кГц, мел-полос %2, %3–%4 Гц, FFT %5, шаг %6, %7</translation>
    </message>
    <message>
        <source>natural log</source>
        <translation>натуральный логарифм</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 ГиБ</translation>
    </message>
    <message>
        <source>Too many files are open: %1. Close other programs and try again.</source>
        <translation>Открыто слишком много файлов: %1. Закройте другие программы и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; cannot be written: the file or its folder is read-only.</source>
        <translation>Хранилище событий «%1» не записать: файл или папка только для чтения.</translation>
    </message>
    <message>
        <source>The window must be between 0.1 and 60 seconds.</source>
        <translation>Окно должно быть от 0,1 до 60 секунд.</translation>
    </message>
    <message>
        <source>A network needs at least one mel band and one class.</source>
        <translation>Сети нужны хотя бы одна мел-полоса и один класс.</translation>
    </message>
    <message>
        <source>A search needs at least one trial.</source>
        <translation>Подбору нужна хотя бы одна попытка.</translation>
    </message>
    <message>
        <source>No trial of the search could be trained: %1</source>
        <translation>Ни одну попытку подбора обучить не удалось: %1</translation>
    </message>
    <message>
        <source>The corrections in &apos;%1&apos; %2.</source>
        <translation>Правки в «%1»: %2.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Нужно имя.</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>дБ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>The web library libcurl.so.4 is missing. Install the package libcurl4.</source>
        <translation>Нет веб-библиотеки libcurl.so.4. Установите пакет libcurl4.</translation>
    </message>
    <message>
        <source>The web library libcurl.so.4 is too old. Update the package libcurl4.</source>
        <translation>Веб-библиотека libcurl.so.4 слишком старая. Обновите пакет libcurl4.</translation>
    </message>
    <message>
        <source>The web library libcurl.so.4 could not be started. Reinstall the package libcurl4.</source>
        <translation>Веб-библиотеку libcurl.so.4 не удалось запустить. Переустановите пакет libcurl4.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; is not text in a known encoding. Save it as UTF-8.</source>
        <translation>Таблица «%1» – не текст в известной кодировке. Сохраните её в UTF-8.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; has no rows.</source>
        <translation>В таблице «%1» нет строк.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; is empty.</source>
        <translation>Таблица «%1» пуста.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; was read as %2 text.</source>
        <translation>Таблица «%1» прочитана в кодировке %2.</translation>
    </message>
    <message>
        <source>files&apos; paths</source>
        <translation>пути к файлам</translation>
    </message>
    <message>
        <source>clips&apos; ends</source>
        <translation>концы клипов</translation>
    </message>
    <message>
        <source>clips&apos; starts</source>
        <translation>начала клипов</translation>
    </message>
    <message>
        <source>several labels: %1</source>
        <translation>несколько меток: %1</translation>
    </message>
    <message>
        <source>it is in no folder of a class</source>
        <translation>файл не лежит в папке класса</translation>
    </message>
    <message>
        <source>a link to the data set&apos;s own folder is not a class</source>
        <translation>ссылка на саму папку набора данных – не класс</translation>
    </message>
    <message>
        <source>its name is that of no split: train, val or test</source>
        <translation>имя не обозначает часть набора: train, val или test</translation>
    </message>
    <message>
        <source>there is no label file next to it</source>
        <translation>рядом нет файла меток</translation>
    </message>
    <message>
        <source>it is one of several tables of labels</source>
        <translation>это одна из нескольких таблиц с метками</translation>
    </message>
    <message>
        <source>line %1 names no file</source>
        <translation>строка %1 не называет файл</translation>
    </message>
    <message>
        <source>line %1 has no label</source>
        <translation>в строке %1 нет метки</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>строка %1: %2</translation>
    </message>
    <message>
        <source>its end is not after its start</source>
        <translation>конец не позже начала</translation>
    </message>
    <message>
        <source>its start is before the start of its file</source>
        <translation>начало раньше начала файла</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1–%2 с</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; is a spreadsheet&apos;s own file. Save it as CSV.</source>
        <translation>Таблица «%1» – файл электронной таблицы. Сохраните её в формате CSV.</translation>
    </message>
    <message>
        <source>WAV, FLAC, MP3, Ogg, Opus, M4A, AAC, WMA, AMR, AIFF, CAF, the sound of MP4, MOV, MKV and WebM files, and others</source>
        <translation>WAV, FLAC, MP3, Ogg, Opus, M4A, AAC, WMA, AMR, AIFF, CAF, звук файлов MP4, MOV, MKV и WebM и другие</translation>
    </message>
    <message>
        <source>its table of contents is missing, so it was cut off or its recording never ended.</source>
        <translation>в нём нет оглавления: он обрезан, или запись не была завершена.</translation>
    </message>
    <message>
        <source>its header is damaged (%1 Hz, %2 channels).</source>
        <translation>его заголовок повреждён (%1 Гц, каналов: %2).</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: it contains samples that are not numbers.</source>
        <translation>Файл «%1» повреждён: отсчёты в нём не являются числами.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has only 1 channel, so %2 cannot be analysed. Choose another channel (--channel).</source>
        <translation>В файле «%1» только один канал, поэтому %2 проанализировать нельзя. Выберите другой канал (--channel).</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has only %2 channels, so %3 cannot be analysed. Choose another channel (--channel).</source>
        <translation>Каналов в файле «%1» только %2, поэтому %3 проанализировать нельзя. Выберите другой канал (--channel).</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; has only 1 channel, so %2 cannot be analysed. Choose another channel (--channel).</source>
        <translation>У микрофона «%1» только один канал, поэтому %2 проанализировать нельзя. Выберите другой канал (--channel).</translation>
    </message>
    <message>
        <source>Only the first %1 could be read: %2.</source>
        <translation>Прочитаны только первые %1: %2.</translation>
    </message>
    <message>
        <source>Only %1 of %2 could be read: %3.</source>
        <translation>Прочитано только %1 из %2: %3.</translation>
    </message>
    <message>
        <source>1 sample is not a number and was replaced by silence.</source>
        <translation>Один отсчёт не является числом и заменён тишиной.</translation>
    </message>
    <message>
        <source>%1 samples are not numbers and were replaced by silence.</source>
        <translation>Отсчётов, которые не являются числами и заменены тишиной: %1.</translation>
    </message>
    <message>
        <source>The channels cancel each other out, so only %1 was analysed.</source>
        <translation>Каналы взаимно гасят друг друга, поэтому проанализирован только %1.</translation>
    </message>
    <message>
        <source>the left channel</source>
        <translation>левый канал</translation>
    </message>
    <message>
        <source>the right channel</source>
        <translation>правый канал</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>канал %1</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>файл обрезан</translation>
    </message>
    <message>
        <source>the file is cut off or damaged</source>
        <translation>файл обрезан или повреждён</translation>
    </message>
    <message>
        <source>the file cannot be read further (%1)</source>
        <translation>дальше файл не читается (%1)</translation>
    </message>
    <message>
        <source>the samples after that are not numbers</source>
        <translation>дальше отсчёты не являются числами</translation>
    </message>
    <message>
        <source>what was joined to its end is damaged</source>
        <translation>присоединённое к его концу повреждено</translation>
    </message>
    <message>
        <source>what was joined to its end has another sample rate (%1 Hz instead of %2 Hz)</source>
        <translation>у присоединённого к его концу другая частота дискретизации (%1 Гц вместо %2 Гц)</translation>
    </message>
    <message>
        <source>its sample rate changes to %1 Hz</source>
        <translation>частота дискретизации меняется на %1 Гц</translation>
    </message>
    <message>
        <source>what was given</source>
        <translation>то, что задано</translation>
    </message>
    <message>
        <source>the GUANO metadata</source>
        <translation>метаданные GUANO</translation>
    </message>
    <message>
        <source>the AudioMoth&apos;s comment</source>
        <translation>комментарий AudioMoth</translation>
    </message>
    <message>
        <source>the Song Meter&apos;s metadata</source>
        <translation>метаданные Song Meter</translation>
    </message>
    <message>
        <source>the Broadcast Wave header</source>
        <translation>заголовок Broadcast Wave</translation>
    </message>
    <message>
        <source>the file name</source>
        <translation>имя файла</translation>
    </message>
    <message>
        <source>The start of the recording is not known: the date or time in the file name can be read in several ways.</source>
        <translation>Начало записи неизвестно: дату или время в имени файла можно прочитать по-разному.</translation>
    </message>
    <message>
        <source>The start of the recording is not known: %1 says %2, but %3 says %4.</source>
        <translation>Начало записи неизвестно. Источники расходятся: %1 — %2, %3 — %4.</translation>
    </message>
    <message>
        <source>Clocks in the time zone &apos;%1&apos; skip %2, so the start of the recording is kept as written.</source>
        <translation>В часовом поясе «%1» времени %2 нет из-за перевода часов, поэтому начало записи оставлено как указано.</translation>
    </message>
    <message>
        <source>Clocks in the time zone &apos;%1&apos; show %2 twice, so the start of the recording is kept as written.</source>
        <translation>В часовом поясе «%1» время %2 бывает дважды из-за перевода часов, поэтому начало записи оставлено как указано.</translation>
    </message>
    <message>
        <source>Unknown time zone &apos;%1&apos;. Use a name like Europe/Berlin, an offset like +02:00, UTC, or local for the zone of this computer.</source>
        <translation>Неизвестный часовой пояс «%1». Укажите название, например Europe/Berlin, смещение, например +02:00, UTC или local (пояс этого компьютера).</translation>
    </message>
    <message>
        <source>The model was not run: this system cannot confine it (%1: %2).</source>
        <translation>Модель не запущена: эта система не может изолировать её (%1: %2).</translation>
    </message>
    <message>
        <source>The model was not run: it can only be confined before other threads are started.</source>
        <translation>Модель не запущена: изолировать её можно только до запуска других потоков.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; failed on a window: %2.</source>
        <translation>Модель «%1» не справилась с окном: %2.</translation>
    </message>
    <message>
        <source>The folder for recordings &apos;%1&apos; cannot be written: %2. Choose another one.</source>
        <translation>В папку для записей «%1» нельзя писать: %2. Выберите другую.</translation>
    </message>
    <message>
        <source>A recording is lost. %1</source>
        <translation>Запись потеряна. %1</translation>
    </message>
    <message>
        <source>%1 recordings are lost. %2</source>
        <translation>Потеряно записей: %1. %2</translation>
    </message>
    <message>
        <source>The end of the recording is lost. %1</source>
        <translation>Конец записи потерян. %1</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, then try again.</source>
        <translation>Не хватает памяти. Закройте другие программы и попробуйте снова.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be used: %2.</source>
        <translation>«%1» использовать нельзя: %2.</translation>
    </message>
    <message>
        <source>An unexpected error occurred.</source>
        <translation>Произошла непредвиденная ошибка.</translation>
    </message>
    <message>
        <source>%1 clips overlap others of the same file, such as: %2.</source>
        <translation>Клипов, которые пересекаются с другими в том же файле: %1, например: %2.</translation>
    </message>
    <message>
        <source>%1 clips end after their file, such as: %2.</source>
        <translation>Клипов, которые кончаются позже своего файла: %1, например: %2.</translation>
    </message>
    <message>
        <source>A clip overlaps another of the same file: %1.</source>
        <translation>Клип пересекается с другим в том же файле: %1.</translation>
    </message>
    <message>
        <source>A clip ends after its file: %1.</source>
        <translation>Клип кончается позже своего файла: %1.</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>The channels of microphone &apos;%1&apos; cancel each other out, so only %2 is analysed.</source>
        <translation>Каналы микрофона «%1» взаимно гасят друг друга, поэтому анализируется только %2.</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; is damaged: its list of tensors cannot be read. Fetch or copy it again.</source>
        <translation>Файл весов «%1» повреждён: список его тензоров не читается. Получите или скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; is damaged: part of it is missing. Fetch or copy it again.</source>
        <translation>Файл весов «%1» повреждён: часть его отсутствует. Получите или скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; was refused: it contains &apos;%2&apos;, and only tensors, dictionaries, lists, numbers and texts are read. Ask its author for a file with the network&apos;s state dictionary alone.</source>
        <translation>Файл весов «%1» отклонён: в нём есть «%2», а читаются только тензоры, словари, списки, числа и тексты. Попросите у автора файл с одним лишь словарём состояния сети.</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; contains weights without a network, and the family of its network is not known here. In PyTorch, save the network with torch.jit.script(model).save().</source>
        <translation>В файле «%1» веса без сети, и семейство его сети здесь не известно. В PyTorch сохраните сеть через torch.jit.script(model).save().</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; contains no dictionary of tensors. Ask its author for the network&apos;s state dictionary.</source>
        <translation>В файле весов «%1» нет словаря тензоров. Попросите у автора словарь состояния сети.</translation>
    </message>
    <message>
        <source>With a frozen backbone, each clip&apos;s embedding is computed once, so clips cannot be augmented. Choose no augmentation (--augmentation none).</source>
        <translation>При замороженной основе эмбеддинг каждого клипа вычисляется один раз, поэтому аугментация клипов невозможна. Выберите «без аугментации» (--augmentation none).</translation>
    </message>
    <message>
        <source>%1, %2 of %3 received</source>
        <translation>%1, получено %2 из %3</translation>
    </message>
    <message>
        <source>the server cannot be reached (%1)</source>
        <translation>сервер недоступен (%1)</translation>
    </message>
    <message>
        <source>the server stopped sending (%1 without data)</source>
        <translation>сервер перестал отвечать (%1 без данных)</translation>
    </message>
    <message>
        <source>the server answered with status %1</source>
        <translation>сервер ответил кодом %1</translation>
    </message>
    <message>
        <source>the server announces a file of %1, and at most %2 are accepted</source>
        <translation>размер файла на сервере — %1, а допускается не больше %2</translation>
    </message>
    <message>
        <source>the server redirects to an address that is not encrypted (https)</source>
        <translation>сервер перенаправляет на адрес без шифрования (https)</translation>
    </message>
    <message>
        <source>the server could not prove its identity (%1)</source>
        <translation>сервер не смог подтвердить свою подлинность (%1)</translation>
    </message>
    <message>
        <source>another Earwitness is downloading it</source>
        <translation>идёт загрузка в другом окне Earwitness</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; is full</source>
        <translation>на диске с «%1» нет места</translation>
    </message>
    <message>
        <source>it needs %1 of disk space, but the disk of &apos;%2&apos; has %3 left</source>
        <translation>нужно %1, а на диске с «%2» осталось %3</translation>
    </message>
    <message>
        <source>the file is damaged or not the expected one (SHA-256 %1 instead of %2). The downloaded file was deleted</source>
        <translation>файл повреждён или подменён (SHA-256 %1 вместо %2). Загруженный файл удалён</translation>
    </message>
    <message>
        <source>No examples: never detected</source>
        <translation>Нет примеров: не распознаётся</translation>
    </message>
    <message>
        <source>1 example: expect mistakes</source>
        <translation>1 пример: ожидайте ошибок</translation>
    </message>
    <message>
        <source>%1 examples: expect mistakes</source>
        <translation>Примеров: %1, ожидайте ошибок</translation>
    </message>
    <message>
        <source>%1 examples: some mistakes</source>
        <translation>Примеров: %1, иногда ошибки</translation>
    </message>
    <message>
        <source>%1 examples: few mistakes</source>
        <translation>Примеров: %1, ошибки редки</translation>
    </message>
    <message>
        <source>Add an example to &apos;%1&apos;</source>
        <translation>Добавить пример к «%1»</translation>
    </message>
    <message>
        <source>Add a counter-example to &apos;%1&apos;</source>
        <translation>Добавить контрпример к «%1»</translation>
    </message>
    <message>
        <source>Remove the class &apos;%1&apos;</source>
        <translation>Удалить класс «%1»</translation>
    </message>
    <message>
        <source>Rename the class &apos;%1&apos;</source>
        <translation>Переименовать класс «%1»</translation>
    </message>
    <message>
        <source>The class needs a name.</source>
        <translation>Классу нужно название.</translation>
    </message>
    <message>
        <source>The class cannot be called &apos;%1&apos;: %2. Choose another name.</source>
        <translation>Класс нельзя назвать «%1»: %2. Выберите другое название.</translation>
    </message>
    <message>
        <source>The class cannot be renamed: &apos;%1&apos; is already in use. Choose another name.</source>
        <translation>Класс нельзя переименовать: название «%1» уже занято. Выберите другое.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; cannot be taught: it has no embedding. Choose another model.</source>
        <translation>Модель «%1» нельзя обучить: у неё нет эмбеддинга. Выберите другую модель.</translation>
    </message>
    <message>
        <source>The model cannot be taught: it is not open, or has no embedding.</source>
        <translation>Модель нельзя обучить: она не открыта или не имеет эмбеддинга.</translation>
    </message>
    <message>
        <source>There is no sound to learn from. Select a longer part.</source>
        <translation>Нет звука, на котором учиться. Выберите часть длиннее.</translation>
    </message>
    <message>
        <source>There is nothing to learn in the segment: it is too short. Mark a longer one.</source>
        <translation>В отрезке нечему учиться: он слишком короткий. Отметьте длиннее.</translation>
    </message>
    <message>
        <source>The taught classes cannot be saved: another program has changed &apos;%1&apos; meanwhile. Choose the model again to load it.</source>
        <translation>Выученные классы не сохранены: другая программа тем временем изменила «%1». Выберите модель снова, чтобы загрузить их.</translation>
    </message>
    <message>
        <source>Remove an example from &apos;%1&apos;</source>
        <translation>Удалить пример «%1»</translation>
    </message>
    <message>
        <source>All clips of &apos;%1&apos; have several labels (%2), and a model is trained for one label per clip. To use them, train with several labels per clip (--labels-per-clip multi).</source>
        <translation>У всех клипов «%1» несколько меток (%2), а модель обучается на одну метку для клипа. Чтобы использовать их, обучайте модель с несколькими метками для клипа (--labels-per-clip multi).</translation>
    </message>
    <message>
        <source>MobileNetV3 over (bands, time), the EfficientAT family</source>
        <translation>MobileNetV3 над (полосы, время), семейство EfficientAT</translation>
    </message>
    <message>
        <source>factor of all channels, 0.1 to 4</source>
        <translation>множитель всех каналов, от 0,1 до 4</translation>
    </message>
    <message>
        <source>Change the threshold of &apos;%1&apos;</source>
        <translation>Изменить порог класса «%1»</translation>
    </message>
    <message>
        <source>Import taught classes</source>
        <translation>Импортировать обученные классы</translation>
    </message>
    <message>
        <source>The example no longer exists.</source>
        <translation>Этого примера больше нет.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; cannot be added: a model can have at most %2 taught classes. Remove one first.</source>
        <translation>Класс «%1» нельзя добавить: у модели может быть не больше %2 обученных классов. Сначала удалите один из них.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; already has %2 examples. Train a model with its clips instead.</source>
        <translation>У класса «%1» уже %2 примеров. Обучите модель на его записях.</translation>
    </message>
    <message>
        <source>The taught classes in &apos;%1&apos; are in use by another program. Try again in a moment.</source>
        <translation>Обученные классы в «%1» заняты другой программой. Повторите попытку чуть позже.</translation>
    </message>
    <message>
        <source>The last edit cannot be undone: another program has changed the taught classes since.</source>
        <translation>Последнее изменение нельзя отменить: с тех пор обученные классы изменила другая программа.</translation>
    </message>
    <message>
        <source>The edit cannot be repeated: another program has changed the taught classes since.</source>
        <translation>Изменение нельзя повторить: с тех пор обученные классы изменила другая программа.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; does not exist, or is not a file.</source>
        <translation>Файл «%1» не существует, или это не файл.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; does not contain taught classes. Choose a file that was exported from the taught sounds (.earwitness-taught).</source>
        <translation>В файле «%1» нет обученных классов. Выберите файл, экспортированный из обученных звуков (.earwitness-taught).</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; was exported by a newer Earwitness. Update Earwitness to import it.</source>
        <translation>Файл «%1» экспортирован более новой версией Earwitness. Обновите Earwitness, чтобы импортировать его.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is damaged: %2. Export or copy it again.</source>
        <translation>Файл «%1» повреждён: %2. Экспортируйте или скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>its list of classes is not valid JSON</source>
        <translation>его список классов не является правильным JSON</translation>
    </message>
    <message>
        <source>the clip of an example is missing</source>
        <translation>нет записи одного из примеров</translation>
    </message>
    <message>
        <source>the clip of an example is not FLAC</source>
        <translation>запись одного из примеров не в формате FLAC</translation>
    </message>
    <message>
        <source>the clip of an example cannot be decoded, or is too long</source>
        <translation>запись одного из примеров нельзя декодировать, или она слишком длинная</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be unpacked</source>
        <translation>«%1» нельзя распаковать</translation>
    </message>
    <message>
        <source>The taught classes cannot be exported: they have too many examples for one file. Train a model with their clips instead.</source>
        <translation>Обученные классы нельзя экспортировать: для одного файла в них слишком много примеров. Обучите модель на их записях.</translation>
    </message>
    <message>
        <source>%1, %2 received</source>
        <translation>%1, получено %2</translation>
    </message>
    <message>
        <source>the connection ended</source>
        <translation>соединение закрылось раньше времени</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>не хватает памяти</translation>
    </message>
    <message>
        <source>the web library refuses its settings</source>
        <translation>сетевая библиотека не принимает настройки</translation>
    </message>
    <message>
        <source>the server announces %1 bytes instead of the expected %2</source>
        <translation>сервер сообщает о размере %1 Б вместо ожидаемых %2</translation>
    </message>
    <message>
        <source>the server sends more than it should, and at most %1 are accepted</source>
        <translation>сервер присылает больше, чем должен; принимается не больше %1</translation>
    </message>
    <message>
        <source>the server redirects again and again</source>
        <translation>сервер бесконечно перенаправляет на другие адреса</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and password</source>
        <translation>прокси требует имя пользователя и пароль</translation>
    </message>
    <message>
        <source>the address is not encrypted</source>
        <translation>адрес без шифрования</translation>
    </message>
    <message>
        <source>the address is not valid</source>
        <translation>адрес неверен</translation>
    </message>
    <message>
        <source>the file has %1 bytes instead of the expected %2. The downloaded file was deleted</source>
        <translation>размер файла — %1 Б вместо ожидаемых %2. Загруженный файл удалён</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>%1 byte</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 кБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 ГБ</translation>
    </message>
    <message>
        <source>A frozen backbone cannot learn from a teacher, because clips are not augmented. Freeze no layers (--freeze none) or name no teacher (--teacher).</source>
        <translation>При замороженной основе нельзя учиться у учителя, потому что фрагменты не аугментируются. Не замораживайте слои (--freeze none) или не указывайте учителя (--teacher).</translation>
    </message>
    <message>
        <source>Clips without labels need a teacher. Choose one under Teachers (--teacher).</source>
        <translation>Фрагментам без меток нужен учитель. Выберите его в поле «Учителя» (--teacher).</translation>
    </message>
    <message>
        <source>The teacher &apos;%1&apos; knows none of the classes, such as &apos;%2&apos;. Choose a teacher whose labels include them, or rename the classes.</source>
        <translation>Учитель «%1» не знает ни одного из классов, например «%2». Выберите учителя, среди меток которого они есть, или переименуйте классы.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; contains no audio files that can be read. Choose another folder of clips without labels (--teacher-data).</source>
        <translation>В папке «%1» нет звуковых файлов, которые можно прочитать. Выберите другую папку с фрагментами без меток (--teacher-data).</translation>
    </message>
    <message>
        <source>The sound &apos;%1&apos; is shorter than its file says. Remove it from the data set.</source>
        <translation>Звук «%1» короче, чем указано в его файле. Удалите его из набора данных.</translation>
    </message>
    <message>
        <source>it begins or ends with a blank</source>
        <translation>имя начинается или заканчивается пробелом</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>в имени больше %1 байт</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>это не правильный UTF-8</translation>
    </message>
    <message>
        <source>it has control characters</source>
        <translation>в имени есть управляющие символы</translation>
    </message>
    <message>
        <source>this is the name of the background</source>
        <translation>так называется фон</translation>
    </message>
    <message>
        <source>The example cannot be added: its time or length is not valid.</source>
        <translation>Пример нельзя добавить: его время или длина недопустимы.</translation>
    </message>
    <message>
        <source>The example cannot be added: the model&apos;s answer to it is not a number. Mark another segment.</source>
        <translation>Пример нельзя добавить: ответ модели на него — не число. Выделите другой фрагмент.</translation>
    </message>
    <message>
        <source>The threshold of &apos;%1&apos; has to be between 0 and 1.</source>
        <translation>Порог для «%1» должен быть от 0 до 1.</translation>
    </message>
    <message>
        <source>the file is not valid JSON</source>
        <translation>файл — не правильный JSON</translation>
    </message>
    <message>
        <source>The taught classes cannot be saved: &apos;%1&apos; is there but could not be read. Move it away first.</source>
        <translation>Обученные классы нельзя сохранить: файл «%1» есть, но его не удалось прочитать. Сначала уберите его.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; for taught classes cannot be created: %2.</source>
        <translation>Папку «%1» для обученных классов не удалось создать: %2.</translation>
    </message>
    <message>
        <source>The taught classes belong to another model. Teach them again with this one.</source>
        <translation>Обученные классы относятся к другой модели. Обучите им эту модель заново.</translation>
    </message>
    <message>
        <source>The teacher temperature must be above 0 and at most 100.</source>
        <translation>Температура учителя должна быть больше 0 и не больше 100.</translation>
    </message>
    <message>
        <source>The share of the teacher&apos;s answers must be between 0 and 1.</source>
        <translation>Доля ответов учителя должна быть от 0 до 1.</translation>
    </message>
    <message>
        <source>The number of versions of a clip must be between 1 and 1000.</source>
        <translation>Число версий фрагмента должно быть от 1 до 1000.</translation>
    </message>
    <message>
        <source>No teacher knows %1, which is learned from its clips&apos; labels alone.</source>
        <translation>Ни один учитель не знает %1: этот класс учится только по меткам своих фрагментов.</translation>
    </message>
    <message>
        <source>No teacher knows %1, which are learned from their clips&apos; labels alone.</source>
        <translation>Ни один учитель не знает %1: эти классы учатся только по меткам своих фрагментов.</translation>
    </message>
    <message>
        <source>The network has no embedding: it does not end with a linear layer.</source>
        <translation>У сети нет эмбеддинга: она не заканчивается линейным слоем.</translation>
    </message>
    <message>
        <source>The example cannot be added: its embedding has %1 values, and the model&apos;s have %2. Teach it again with this model.</source>
        <translation>Пример нельзя добавить: в его эмбеддинге %1 значений, а у модели их %2. Обучите эту модель заново.</translation>
    </message>
    <message>
        <source>The example cannot be added: its id &apos;%1&apos; is not valid or already in use.</source>
        <translation>Пример нельзя добавить: его номер «%1» недопустим или уже занят.</translation>
    </message>
    <message>
        <source>The model&apos;s embeddings of the reference sounds cannot be used: they are not %1 numbers each.</source>
        <translation>Эмбеддинги опорных звуков у модели непригодны: в каждом должно быть %1 чисел.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the clip of an example.</source>
        <translation>Не хватает памяти, чтобы прочитать запись примера.</translation>
    </message>
    <message>
        <source>it is longer than %1</source>
        <translation>она длиннее %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no sensible size</source>
        <translation>у «%1» недопустимый размер</translation>
    </message>
    <message>
        <source>The taught classes cannot be exported to &apos;%1&apos;: is the disk full?</source>
        <translation>Обученные классы не удалось экспортировать в «%1»: не заполнен ли диск?</translation>
    </message>
    <message>
        <source>%1 The file was renamed to &apos;%2&apos;, and the model starts without them.</source>
        <translation>%1 Файл переименован в «%2», и модель начинает без них.</translation>
    </message>
    <message>
        <source>The taught classes in &apos;%1&apos; are damaged: %2.</source>
        <translation>Обученные классы в «%1» повреждены: %2.</translation>
    </message>
    <message>
        <source>The taught classes in &apos;%1&apos; belong to another model.</source>
        <translation>Обученные классы в «%1» относятся к другой модели.</translation>
    </message>
    <message>
        <source>The webhook cannot be called: there is not enough memory.</source>
        <translation>Веб-хук не вызвать: не хватает памяти.</translation>
    </message>
    <message>
        <source>The webhook is not called: its address must begin with http:// or https://.</source>
        <translation>Веб-хук не вызван: его адрес должен начинаться с http:// или https://.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; has no usable clips. Fix its files or remove the class.</source>
        <translation>В классе «%1» нет годных фрагментов. Исправьте его файлы или удалите класс.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; has no training clips.</source>
        <translation>У класса «%1» нет фрагментов для обучения.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; and %2 more have no training clips.</source>
        <translation>У класса «%1» и ещё %2 нет фрагментов для обучения.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; has no validation clips, so the results do not cover it.</source>
        <translation>У класса «%1» нет проверочных фрагментов, поэтому результаты о нём не говорят.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; and %2 more have no validation clips, so the results do not cover them.</source>
        <translation>У класса «%1» и ещё %2 нет проверочных фрагментов, поэтому результаты о них не говорят.</translation>
    </message>
    <message>
        <source>One recording is in both the training and the validation set (&apos;%1&apos; and &apos;%2&apos;), so results may be too optimistic.</source>
        <translation>Одна запись есть и в обучающем, и в проверочном наборе («%1» и «%2»), поэтому результаты могут быть завышены.</translation>
    </message>
    <message>
        <source>%1 recordings are in both the training and the validation set (such as &apos;%2&apos; and &apos;%3&apos;), so results may be too optimistic.</source>
        <translation>Записей и в обучающем, и в проверочном наборе: %1 (например, «%2» и «%3»), поэтому результаты могут быть завышены.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is an audio file. Choose the folder that contains the data set.</source>
        <translation>«%1» — звуковой файл. Выберите папку с набором данных.</translation>
    </message>
    <message>
        <source>No microphone found. Connect one, or check that the sound system is running. You can still open audio files.</source>
        <translation>Микрофон не найден. Подключите его или проверьте, работает ли звук системы. Открывать звуковые файлы можно и без него.</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; stopped sending audio. Earwitness keeps trying to reconnect.</source>
        <translation>Микрофон «%1» перестал передавать звук. Earwitness пробует подключиться снова.</translation>
    </message>
    <message>
        <source>No loudspeaker found. Connect one, or check that the sound system is running.</source>
        <translation>Динамик не найден. Подключите его или проверьте, работает ли звук системы.</translation>
    </message>
    <message>
        <source>Loudspeaker &apos;%1&apos; stopped accepting audio. Check that it is connected, and play again.</source>
        <translation>Динамик «%1» больше не принимает звук. Проверьте подключение и включите снова.</translation>
    </message>
    <message>
        <source>Recording is paused: the disk with &apos;%1&apos; has %2 left, but %3 must stay free. Free some space.</source>
        <translation>Запись приостановлена: на диске с «%1» осталось %2, а свободными должны быть %3. Освободите место.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; was not saved because the disk is full. Free some space.</source>
        <translation>Хранилище событий «%1» не сохранено: диск заполнен. Освободите место.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; is in use by another program. Close it, or try again later.</source>
        <translation>Хранилище событий «%1» занято другой программой. Закройте её или повторите позже.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; is damaged or not an Earwitness file. Move or rename it to start a new one.</source>
        <translation>Хранилище событий «%1» повреждено или не является файлом Earwitness. Переместите или переименуйте его, чтобы начать новое.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; is damaged. Move or rename it to start a new one.</source>
        <translation>Хранилище событий «%1» повреждено. Переместите или переименуйте его, чтобы начать новое.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; was written by a newer version of Earwitness. Use that version.</source>
        <translation>Хранилище событий «%1» записано более новой версией Earwitness. Возьмите её.</translation>
    </message>
    <message>
        <source>All layers are frozen, so there is nothing to train.</source>
        <translation>Все слои заморожены, обучать нечего.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; does not contain a training run.</source>
        <translation>В папке «%1» нет запуска обучения.</translation>
    </message>
    <message>
        <source>The results of run &apos;%1&apos; are damaged. Its model can still be used.</source>
        <translation>Результаты запуска «%1» повреждены. Моделью пользоваться можно.</translation>
    </message>
    <message>
        <source>Another training is using the run folder &apos;%1&apos;. Wait for it, or choose another folder.</source>
        <translation>Папку запуска «%1» использует другое обучение. Дождитесь его или выберите другую папку.</translation>
    </message>
    <message>
        <source>The data in &apos;%1&apos; have changed since the run was interrupted. Start a new run.</source>
        <translation>Данные в «%1» изменились с тех пор, как запуск прервался. Начните новый.</translation>
    </message>
    <message>
        <source>The training process has not stopped yet. Try again in a moment.</source>
        <translation>Процесс обучения ещё не остановлен. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The training is already running.</source>
        <translation>Обучение уже идёт.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; does not contain settings.</source>
        <translation>В файле «%1» нет настроек.</translation>
    </message>
    <message>
        <source>The file does not contain training settings.</source>
        <translation>В файле нет настроек обучения.</translation>
    </message>
    <message>
        <source>No model can be created: &apos;%1&apos; has no taught classes with examples. Teach it a class first.</source>
        <translation>Модель нельзя создать: у «%1» нет обученных классов с примерами. Сначала обучите её какому-нибудь классу.</translation>
    </message>
    <message>
        <source>No model can be created: the taught classes belong to another model than &apos;%1&apos;.</source>
        <translation>Модель нельзя создать: обученные классы относятся к другой модели, не к «%1».</translation>
    </message>
    <message>
        <source>The folder for recordings &apos;%1&apos; cannot be created: %2. Choose another one.</source>
        <translation>Папку для записей «%1» не создать: %2. Выберите другую.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; cannot be created: %2. Choose another one.</source>
        <translation>Папку «%1» не создать: %2. Выберите другую.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; contains no audio files in folders named after their class.</source>
        <translation>В папке «%1» нет звуковых файлов в папках с именами классов.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; contains no table (.csv or .tsv). Choose one under Table (--table).</source>
        <translation>В папке «%1» нет таблицы (.csv или .tsv); укажите её: --table.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; contains several tables. Choose one under Table (--table).</source>
        <translation>В папке «%1» несколько таблиц; укажите одну: --table.</translation>
    </message>
    <message>
        <source>%1 Change it or move it away. To use the names of the folders as labels, choose the layout of one folder per class (--layout folders).</source>
        <translation>%1 Исправьте или уберите таблицу. Чтобы метками были имена папок, нажмите кнопку на вкладке «Проблемы» (--layout folders).</translation>
    </message>
    <message>
        <source>%1 Change it, or choose another table under Table (--table).</source>
        <translation>%1 Исправьте её или укажите нужную таблицу в поле «Таблица» (--table).</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; contains several tables (%2). Choose one under Table (--table). To use the names of the folders as labels, choose the layout of one folder per class (--layout folders).</source>
        <translation>В папке «%1» несколько таблиц (%2). Откройте одну из них (--table). Чтобы метками были имена папок, нажмите кнопку на вкладке «Проблемы» (--layout folders).</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; contains weights without a network, as torch.save() writes them. Save the network with torch.jit.script(model).save().</source>
        <translation>В файле «%1» веса без сети, как их пишет torch.save(); сохраните сеть через torch.jit.script(model).save().</translation>
    </message>
    <message>
        <source>%1 file in &apos;%2&apos; is skipped, because it is in the labelled data set, broken, or the same as another file.</source>
        <translation>%1 файл в «%2» не используется: он есть в размеченном наборе, повреждён или такой же, как другой файл.</translation>
    </message>
    <message>
        <source>%1 files in &apos;%2&apos; are skipped, because they are in the labelled data set, broken, or the same as another file.</source>
        <translation>Файлов в «%2», которые не используются: %1. Они есть в размеченном наборе, повреждены или такие же, как другие файлы.</translation>
    </message>
    <message>
        <source>A frozen backbone is frozen in all epochs. Do not set frozen epochs (--freeze-epochs).</source>
        <translation>Замороженная основа заморожена во всех эпохах. Уберите число замороженных эпох (--freeze-epochs).</translation>
    </message>
    <message>
        <source>%1 of %2 clips have several labels (%3) and are skipped, because the model is trained for one label per clip. To use them, train with several labels per clip (--labels-per-clip multi).</source>
        <translation>Клипов с несколькими метками: %1 из %2 (%3); они не используются, так как модель обучается на одну метку для клипа. Чтобы использовать их, обучайте модель с несколькими метками для клипа (--labels-per-clip multi).</translation>
    </message>
    <message>
        <source>The audio of this sound is no longer available. Select a newer one.</source>
        <translation>Звук, на котором учиться, больше не хранится. Выберите более новый.</translation>
    </message>
    <message>
        <source>Unknown taught class &apos;%1&apos;.</source>
        <translation>Обученного класса «%1» нет.</translation>
    </message>
    <message>
        <source>A frozen backbone needs a pretrained model (--init).</source>
        <translation>Для замороженной основы нужна модель, с которой начать (--init).</translation>
    </message>
    <message>
        <source>The backbone cannot be frozen: the pretrained model has no weights for &apos;%1&apos;.</source>
        <translation>Основу нельзя заморозить: в исходной модели нет весов для «%1».</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; does not define a training and a validation set.</source>
        <translation>В наборе данных «%1» не сказано, какие фрагменты для обучения, а какие для проверки.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; does not name the recording that a clip was cut from. Split it another way.</source>
        <translation>В наборе данных «%1» не сказано, из какой записи вырезан фрагмент; разбейте иначе.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; has commas in %2 class names, such as &apos;%3&apos;. If they separate labels, set the label separator (--label-separator &apos;,&apos;).</source>
        <translation>В таблице «%1» есть запятые в названиях классов (%2), например «%3». Если они разделяют метки, укажите разделитель меток «,» (--label-separator).</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; has commas in %2 class name, such as &apos;%3&apos;. If they separate labels, set the label separator (--label-separator &apos;,&apos;).</source>
        <translation>В таблице «%1» есть запятая в названии класса (%2): «%3». Если она разделяет метки, укажите разделитель меток «,» (--label-separator).</translation>
    </message>
    <message>
        <source>All clips are from one recording (&apos;%1&apos;), so it is in both training and validation, and results may be too optimistic.</source>
        <translation>Все клипы взяты из одной записи «%1», и часть её служит для проверки: показатели могут быть завышены.</translation>
    </message>
    <message>
        <source>the file type is not supported</source>
        <translation>звук в формате, который не читается</translation>
    </message>
    <message>
        <source>not recognised as an audio file</source>
        <translation>неизвестно, звук ли это</translation>
    </message>
    <message>
        <source>A model needs at least two classes; &apos;%1&apos; has one. Add a background class (--background auto). %2</source>
        <translation>Модели нужно хотя бы два класса; в «%1» один. Вариант фона «auto» (--background auto) добавляет класс из шума и тишины. %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be opened as audio: %2</source>
        <translation>«%1» не открыть как звук: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; contains no audio.</source>
        <translation>В «%1» нет звука.</translation>
    </message>
    <message>
        <source>the file is damaged or not supported (supported: %1).</source>
        <translation>файл повреждён или его формат не поддерживается (читаются %1).</translation>
    </message>
    <message>
        <source>it contains no audio.</source>
        <translation>в нём нет звука.</translation>
    </message>
    <message>
        <source>it is cut off: it contains a header but no audio.</source>
        <translation>он обрезан: в нём есть заголовок, но нет звука.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written as audio: %2</source>
        <translation>«%1» не записать как звук: %2</translation>
    </message>
    <message>
        <source>the disk is full. Free some space.</source>
        <translation>диск заполнен; освободите место.</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; is not connected. Connect it, or choose another one.</source>
        <translation>Микрофон «%1» не подключён. Подключите его или выберите другой.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; has no description (earwitness.json), so its labels and feature settings are not known.</source>
        <translation>Файл модели «%1» не говорит, что в нём: нет описания (earwitness.json), поэтому неизвестны метки и настройки признаков.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is not a TorchScript file. In PyTorch, torch.jit.script(model).save() writes one.</source>
        <translation>«%1» — не файл TorchScript; в PyTorch его пишет torch.jit.script(model).save().</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; is twice in &apos;%2&apos;. Use a different name for each label.</source>
        <translation>Метка «%1» стоит в «%2» дважды; каждой нужно своё имя.</translation>
    </message>
    <message>
        <source>The audio is no longer in memory.</source>
        <translation>Этого звука больше нет в памяти.</translation>
    </message>
    <message>
        <source>Alerts cannot be shown on the desktop: there is no session bus (%1). Start Earwitness inside a desktop session, or turn notifications off.</source>
        <translation>Оповещения не показать на рабочем столе: нет сеансовой шины (%1); запустите Earwitness в сеансе рабочего стола или отключите уведомления.</translation>
    </message>
    <message>
        <source>The settings in &apos;%1&apos; are damaged: the file is not valid JSON. Correct it, or delete it to start with the defaults.</source>
        <translation>Настройки в «%1» повреждены: файл — не верный JSON; исправьте его или удалите, чтобы начать с исходных.</translation>
    </message>
    <message>
        <source>There is not enough memory for this training. Try a smaller batch.</source>
        <translation>Для этого обучения не хватает памяти; попробуйте батч поменьше.</translation>
    </message>
    <message>
        <source>The training diverged (the loss is not a number). Try a lower learning rate.</source>
        <translation>Обучение разошлось (потери — не число); попробуйте меньшую скорость обучения.</translation>
    </message>
    <message>
        <source>There are too few training clips for a batch. At least two are needed.</source>
        <translation>Для батча слишком мало обучающих фрагментов; нужно хотя бы два.</translation>
    </message>
    <message>
        <source>A model needs at least two classes; &apos;%1&apos; has one. Add a background class (--background auto).</source>
        <translation>Модели нужно не менее двух классов; в «%1» один. Параметр --background auto добавит класс шума и тишины.</translation>
    </message>
    <message>
        <source>No CUDA device was found. Choose Processor under Device (--device cpu).</source>
        <translation>Эта LibTorch не находит устройства CUDA; обучайте с --device cpu.</translation>
    </message>
    <message>
        <source>Frozen epochs need a pretrained model (--init).</source>
        <translation>Замороженным эпохам нужна исходная модель (--init).</translation>
    </message>
    <message>
        <source>The program earwitness-cli, which runs the models, was not found. Reinstall Earwitness.</source>
        <translation>Программа earwitness-cli, которая запускает модели, рядом с этой не найдена; установите Earwitness заново.</translation>
    </message>
    <message>
        <source>The microphone was disconnected. Connect it again, or choose another one.</source>
        <translation>Микрофон пропал. Подключите его снова или выберите другой.</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; is being trained. Stop it first.</source>
        <translation>Запуск «%1» обучается; сначала остановите его.</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; already exists. Choose another name.</source>
        <translation>Запуск «%1» уже есть; выберите другое имя.</translation>
    </message>
    <message>
        <source>The settings &apos;%1&apos; are damaged. Start a new training.</source>
        <translation>Настройки «%1» повреждены; начните новое обучение.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is damaged. Start a new search.</source>
        <translation>Файл «%1» повреждён; начните новый подбор.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; has no letter or digit. Choose another one.</source>
        <translation>В имени «%1» нет ни букв, ни цифр; выберите другое.</translation>
    </message>
    <message>
        <source>The card of the model &apos;%1&apos; does not describe its network, so it cannot be used as a pretrained model.</source>
        <translation>Карточка модели «%1» не говорит, из чего сделана сеть, поэтому начать с неё обучение нельзя.</translation>
    </message>
    <message>
        <source>The bundled model is missing. Reinstall Earwitness.</source>
        <translation>Встроенной модели нет; установите Earwitness заново.</translation>
    </message>
    <message>
        <source>These settings have version %1, but this program supports version %2.</source>
        <translation>Эти настройки версии %1; программа знает версию %2.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; is in use again. The deleted item is still in the trash.</source>
        <translation>Имя «%1» теперь занято; удалённое осталось в корзине.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be moved to the trash. Nothing was deleted. Check the permissions of the folder, or delete it in your file manager.</source>
        <translation>Не удалось переместить «%1» в корзину. Ничего не удалено. Проверьте, можно ли записывать в папку, или удалите файл в файловом менеджере.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; already exists. Choose another name.</source>
        <translation>Набор данных «%1» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; already exists. Choose another name.</source>
        <translation>Класс «%1» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>Random crop instead of the whole window. All examples of a batch get the same length</source>
        <translation>Случайный отрезок вместо целого окна; у всех примеров батча одна длина</translation>
    </message>
    <message>
        <source>Shifts the audio up or down in frequency</source>
        <translation>Сдвигает звук вверх или вниз по частоте</translation>
    </message>
    <message>
        <source>Random start: the end wraps around to the start</source>
        <translation>Начинает с любого места; ушедшее в конце возвращается в начале</translation>
    </message>
    <message>
        <source>Shifts the audio in time. Gaps are filled with silence</source>
        <translation>Сдвигает звук по времени; пустое заполняется тишиной</translation>
    </message>
    <message>
        <source>Makes the audio louder or quieter</source>
        <translation>Делает громче или тише</translation>
    </message>
    <message>
        <source>Changes the frequency response, as rooms and microphones do (FilterAugment, Nam et al., 2022)</source>
        <translation>Искривляет спектр, как это делают помещения и микрофоны (FilterAugment, Nam et al., 2022)</translation>
    </message>
    <message>
        <source>Low-pass filter: removes everything above a frequency, as cheap microphones and telephones do</source>
        <translation>Срезает всё выше некоторой частоты, как дешёвые микрофоны и телефоны</translation>
    </message>
    <message>
        <source>Mixes two clips&apos; spectrograms and labels (Zhang et al., 2018)</source>
        <translation>Смешивает спектрограммы и метки двух фрагментов (Zhang et al., 2018)</translation>
    </message>
    <message>
        <source>Masks frequency bands (SpecAugment, Park et al., 2019)</source>
        <translation>Закрывает полосы (SpecAugment, Park et al., 2019)</translation>
    </message>
    <message>
        <source>Masks frames (SpecAugment)</source>
        <translation>Закрывает кадры (SpecAugment)</translation>
    </message>
    <message>
        <source>fraction of the batches</source>
        <translation>доля батчей</translation>
    </message>
    <message>
        <source>fraction of the examples</source>
        <translation>доля примеров</translation>
    </message>
    <message>
        <source>mel bands (fractions allowed)</source>
        <translation>мел-полосы, можно дробные</translation>
    </message>
    <message>
        <source>speed between 1 / (1 + share) and 1 + share</source>
        <translation>скорость от 1 / (1 + доля) до 1 + доля</translation>
    </message>
    <message>
        <source>largest fraction of the window</source>
        <translation>не больше этой доли окна</translation>
    </message>
    <message>
        <source>at most, in both directions</source>
        <translation>не больше, в обе стороны</translation>
    </message>
    <message>
        <source>dB at most, in both directions</source>
        <translation>дБ, не больше, в обе стороны</translation>
    </message>
    <message>
        <source>points with linear gain in between</source>
        <translation>точки, между которыми усиление меняется по прямой</translation>
    </message>
    <message>
        <source>Hz, lowest random limit</source>
        <translation>Гц, нижняя граница выбора</translation>
    </message>
    <message>
        <source>alpha of the Beta distribution of the mixing weights</source>
        <translation>бета-распределения долей</translation>
    </message>
    <message>
        <source>Baseline: 1-D residual convolutions, CLS token, Transformer encoder, SwiGLU</source>
        <translation>Из отчёта: остаточные одномерные свёртки, токен CLS, кодировщик Transformer, SwiGLU</translation>
    </message>
    <message>
        <source>dropout: fraction of values dropped in training</source>
        <translation>доля значений, отбрасываемых при обучении</translation>
    </message>
    <message>
        <source>attention heads (the channels must be a multiple of them)</source>
        <translation>головы внимания; на них делятся каналы</translation>
    </message>
    <message>
        <source>position encoding</source>
        <translation>как момент узнаёт своё место</translation>
    </message>
    <message>
        <source>dropout before the head: fraction of values dropped in training</source>
        <translation>доля значений, отбрасываемых перед выходом при обучении</translation>
    </message>
    <message>
        <source>[bands, time] of the max pooling after each convolution</source>
        <translation>[полосы, время] максимума после каждой свёртки</translation>
    </message>
    <message>
        <source>[bands, time] of a patch, in rows and steps of the stem output</source>
        <translation>[полосы, время] участка, в строках и шагах того, что оставляет вход</translation>
    </message>
    <message>
        <source>number of loudest moments per channel and band that are averaged</source>
        <translation>самые громкие моменты канала и полосы, по которым берётся среднее</translation>
    </message>
    <message>
        <source>the same audio</source>
        <translation>тот же звук</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; (layout %2) lists no labelled clips.</source>
        <translation>В наборе данных «%1» (структура %2) нет ни одного фрагмента с меткой.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; (layout %2) lists no labelled clips (%3).</source>
        <translation>В наборе данных «%1» (структура %2) нет ни одного фрагмента с меткой (%3).</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; lists %2 files, none of which was found in &apos;%3&apos; (line %4: &apos;%5&apos;).</source>
        <translation>В таблице «%1» указано звуков: %2; в «%3» не найден ни один (строка %4: «%5»).</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; is not used: no column is recognised as the column of files.</source>
        <translation>Таблица «%1» не используется: ни один её столбец не называет звуки.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; has no header, and no column of labels after the column of files.</source>
        <translation>В таблице «%1» нет заголовка и нет столбца меток после столбца файлов.</translation>
    </message>
    <message>
        <source>No column of the table &apos;%1&apos; is recognised as the column of %2. Choose it with %3 (columns: %4).</source>
        <translation>В таблице «%1» не найден столбец: %2; укажите его (%3; в таблице есть: %4).</translation>
    </message>
    <message>
        <source>Labels were read from the %1 label files next to the audio files.</source>
        <translation>Метки прочитаны из файлов меток рядом со звуками: %1.</translation>
    </message>
    <message>
        <source>Labels were read from the %1 label file next to the audio files.</source>
        <translation>Метки прочитаны из файла меток рядом со звуком: %1.</translation>
    </message>
    <message>
        <source>Without them there are no clips of: %1.</source>
        <translation>Без них не остаётся клипов классов: %1.</translation>
    </message>
    <message>
        <source>%1 clip has no label and is used as an example without any of the classes.</source>
        <translation>Клипов без метки: %1; он служит примером, в котором не слышен ни один из классов.</translation>
    </message>
    <message>
        <source>%1 clips have no label and are used as examples without any of the classes.</source>
        <translation>Клипов без метки: %1; они служат примерами, в которых не слышен ни один из классов.</translation>
    </message>
    <message>
        <source>line %1 of its table has no label for it</source>
        <translation>строка %1 таблицы не даёт метки</translation>
    </message>
    <message>
        <source>learned positions only: points of the table over 12.8 s, interpolated in between; 512: one per step</source>
        <translation>только для обучаемых позиций: точки таблицы на 12,8 с, между которыми она интерполируется; 512: по одной на шаг</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is cut off or damaged: none of its audio can be read.</source>
        <translation>Файл «%1» обрезан или повреждён: звук из него прочитать нельзя.</translation>
    </message>
    <message>
        <source>the connection was interrupted (%1)</source>
        <translation>соединение прервалось (%1)</translation>
    </message>
    <message>
        <source>the server no longer has this file (status %1)</source>
        <translation>на сервере больше нет этого файла (код %1)</translation>
    </message>
    <message>
        <source>The log &apos;%1&apos; cannot be read: %2.</source>
        <translation>Журнал «%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; cannot be created: %2.</source>
        <translation>Папку «%1» не создать: %2.</translation>
    </message>
    <message>
        <source>The event log &apos;%1&apos; cannot be written: %2.</source>
        <translation>Журнал событий «%1» не записать: %2.</translation>
    </message>
    <message>
        <source>The model was replaced.</source>
        <translation>Модель была заменена.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be removed: %2.</source>
        <translation>Файл модели «%1» не удалить: %2.</translation>
    </message>
    <message>
        <source>A folder for the training cannot be created in &apos;%1&apos;: %2.</source>
        <translation>Папку для обучения не создать в «%1»: %2.</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; cannot be renamed: %2.</source>
        <translation>Запуск «%1» не переименовать: %2.</translation>
    </message>
    <message>
        <source>This folder cannot be read: &apos;%1&apos;: %2.</source>
        <translation>Эту папку не прочитать: «%1»: %2.</translation>
    </message>
    <message>
        <source>This folder cannot be created: &apos;%1&apos;: %2.</source>
        <translation>Эту папку не создать: «%1»: %2.</translation>
    </message>
    <message>
        <source>This folder cannot be renamed: &apos;%1&apos;: %2.</source>
        <translation>Эту папку не переименовать: «%1»: %2.</translation>
    </message>
    <message>
        <source>This file cannot be copied into the class: &apos;%1&apos;: %2.</source>
        <translation>Этот файл не скопировать в класс: «%1»: %2.</translation>
    </message>
    <message>
        <source>The example cannot be written to &apos;%1&apos;: %2.</source>
        <translation>Пример не записать в «%1»: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be restored from the trash: %2.</source>
        <translation>«%1» не восстановить из корзины: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be played from %2 on: the file is damaged, or of a kind that is read from its start only.</source>
        <translation>«%1» не воспроизвести с позиции %2: файл повреждён или читается только с начала.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>its name ends neither in .wav nor in .flac or .ogg.</source>
        <translation>имя файла не оканчивается ни на .wav, ни на .flac, ни на .ogg.</translation>
    </message>
    <message>
        <source>this kind of file does not go with %1 Hz.</source>
        <translation>для файлов этого вида частота %1 Гц не подходит.</translation>
    </message>
    <message>
        <source>it contains samples that are not numbers.</source>
        <translation>в нём есть отсчёты, которые не являются числами.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>only .wav and .flac can be written while sound comes in.</source>
        <translation>во время записи звука можно писать только .wav и .flac.</translation>
    </message>
    <message>
        <source>another program is writing it.</source>
        <translation>его записывает другая программа.</translation>
    </message>
    <message>
        <source>it is not the name of an unfinished recording.</source>
        <translation>это не имя незаконченной записи.</translation>
    </message>
    <message>
        <source>The unfinished recording &apos;%1&apos; is damaged. Nothing of it was removed.</source>
        <translation>Незаконченная запись «%1» повреждена. Из неё ничего не удалено.</translation>
    </message>
    <message>
        <source>Unknown channel &apos;%1&apos;. Choose mean, left, right, or a channel&apos;s number from 1 to %2.</source>
        <translation>Неизвестный канал «%1». Укажите mean, left, right или номер канала от 1 до %2.</translation>
    </message>
    <message>
        <source>the mean of all channels</source>
        <translation>среднее всех каналов</translation>
    </message>
    <message>
        <source>it is read with FFmpeg&apos;s libraries, and %1 is missing. Install %2.</source>
        <translation>файл читается библиотеками FFmpeg, а %1 нет. Установите %2.</translation>
    </message>
    <message>
        <source>it is read with FFmpeg&apos;s libraries, which lack %1. Install %2 again.</source>
        <translation>файл читается библиотеками FFmpeg, но в них нет %1. Переустановите %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the start of a recording. Write it like &quot;2024-03-31 02:30&quot; or 2024-03-31T02:30:00+02:00.</source>
        <translation>«%1» — не начало записи. Укажите его в виде &quot;2024-03-31 02:30&quot; или 2024-03-31T02:30:00+02:00.</translation>
    </message>
    <message>
        <source>Sound cannot be converted from %1 Hz to %2 Hz: these sample rates are out of range.</source>
        <translation>Звук не преобразовать из %1 Гц в %2 Гц: такие частоты дискретизации не поддерживаются.</translation>
    </message>
    <message>
        <source>Sound cannot be converted from %1 to %2: %3.</source>
        <translation>Звук не преобразовать из %1 в %2: %3.</translation>
    </message>
    <message>
        <source>Sample rate conversion failed: %1.</source>
        <translation>Не удалось преобразовать частоту дискретизации: %1.</translation>
    </message>
    <message>
        <source>The augmentation step &apos;%1&apos; has a strength &apos;%2&apos; that is not a number.</source>
        <translation>У шага аугментации «%1» сила «%2» — не число.</translation>
    </message>
    <message>
        <source>Strengths of the augmentation step &apos;%1&apos; are written name=number, not &apos;%2&apos;.</source>
        <translation>Силы шага аугментации «%1» пишутся в виде имя=число, а не «%2».</translation>
    </message>
    <message>
        <source>Unknown augmentation step &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестный шаг аугментации «%1». Выберите один из: %2.</translation>
    </message>
    <message>
        <source>The augmentation step &apos;%1&apos; has no strength &apos;%2&apos;.</source>
        <translation>У шага аугментации «%1» нет силы «%2».</translation>
    </message>
    <message>
        <source>The strength &apos;%1&apos; of the augmentation step &apos;%2&apos; must be between %3 and %4.</source>
        <translation>Сила «%1» шага аугментации «%2» должна быть от %3 до %4.</translation>
    </message>
    <message>
        <source>Augmentation is a list of steps such as [{&quot;step&quot;: &quot;gain&quot;, &quot;db&quot;: 6}]; this is not: %1.</source>
        <translation>Аугментация — список шагов, например [{&quot;step&quot;: &quot;gain&quot;, &quot;db&quot;: 6}]; это не он: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: its folder does not let it be replaced, and writing into it could lose what it contains.</source>
        <translation>%1: не записать: папка не даёт заменить файл, а при записи в него его содержимое может пропасть.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read: %2.</source>
        <translation>«%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date. Use 2026-03-31 or &quot;2026-03-31 18:30&quot;.</source>
        <translation>«%1» — не дата. Укажите её в виде 2026-03-31 или &quot;2026-03-31 18:30&quot;.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; has no column &apos;%2&apos;; it has: %3.</source>
        <translation>В таблице «%1» нет столбца «%2»; в ней есть: %3.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; opens a quote in line %2 that never closes.</source>
        <translation>В таблице «%1» кавычка в строке %2 не закрыта.</translation>
    </message>
    <message>
        <source>Line %1 of the table &apos;%2&apos; has %3 fields, its header has %4.</source>
        <translation>В строке %1 таблицы «%2» полей: %3, а в её заголовке: %4.</translation>
    </message>
    <message>
        <source>Try again later, or download it with a web browser.</source>
        <translation>Попробуйте позже или загрузите файл в браузере.</translation>
    </message>
    <message>
        <source>Update the package libcurl4.</source>
        <translation>Обновите пакет libcurl4.</translation>
    </message>
    <message>
        <source>Check the address in a web browser.</source>
        <translation>Проверьте адрес в браузере.</translation>
    </message>
    <message>
        <source>Try again to resume it.</source>
        <translation>Попробуйте ещё раз: загрузка продолжится.</translation>
    </message>
    <message>
        <source>Check the network connection and try again, or download it with a web browser.</source>
        <translation>Проверьте подключение к сети и попробуйте ещё раз или загрузите файл в браузере.</translation>
    </message>
    <message>
        <source>Add them to https_proxy and try again, or download it with a web browser.</source>
        <translation>Добавьте их в https_proxy и попробуйте ещё раз или загрузите файл в браузере.</translation>
    </message>
    <message>
        <source>Check the date of this computer, or use another network. For a proxy with certificates of its own, set SSL_CERT_FILE.</source>
        <translation>Проверьте дату на этом компьютере или используйте другую сеть. Если у прокси свои сертификаты, задайте SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>Look for it on the page of its authors.</source>
        <translation>Поищите файл на странице авторов.</translation>
    </message>
    <message>
        <source>Use an address that begins with https://.</source>
        <translation>Укажите адрес, который начинается с https://.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. %3</source>
        <translation>«%1» не удалось загрузить: %2. %3</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2 %3</source>
        <translation>«%1» не удалось загрузить: %2 %3</translation>
    </message>
    <message>
        <source>Wait until it has finished.</source>
        <translation>Дождитесь её окончания.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder and try again.</source>
        <translation>Проверьте права доступа к папке и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Работа остановлена.</translation>
    </message>
    <message>
        <source>%1 was not saved because the disk is full. Free some space and try again.</source>
        <translation>%1: не сохранить, так как диск заполнен. Освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>%1 was not written: the reader has closed it.</source>
        <translation>%1: не записано, так как читающая программа закрыла его.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1: не записать: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is not the name of a file.</source>
        <translation>%1: не записать: это не имя файла.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is a disk, and would be overwritten.</source>
        <translation>%1: не записать: это диск, и он был бы перезаписан.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is a socket.</source>
        <translation>%1: не записать: это сокет.</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>Стандартный вывод</translation>
    </message>
    <message>
        <source>The file could not be checked: the library libcrypto does not offer SHA-256.</source>
        <translation>Файл не удалось проверить: в библиотеке libcrypto нет SHA-256.</translation>
    </message>
    <message>
        <source>A pipe to another program cannot be created: %1.</source>
        <translation>Канал к другой программе не создать: %1.</translation>
    </message>
    <message>
        <source>The program &apos;%1&apos; cannot be started: %2.</source>
        <translation>Программу «%1» не запустить: %2.</translation>
    </message>
    <message>
        <source>was ended by signal %1</source>
        <translation>завершение по сигналу %1</translation>
    </message>
    <message>
        <source>ended with exit code %1</source>
        <translation>код завершения %1</translation>
    </message>
    <message>
        <source>Your home folder is not known. Set HOME and start Earwitness again.</source>
        <translation>Ваша домашняя папка неизвестна. Задайте HOME и запустите Earwitness снова.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; for background sounds cannot be created: %2.</source>
        <translation>Папку «%1» для фоновых звуков не создать: %2.</translation>
    </message>
    <message>
        <source>%1 (%2) is not inside the file, which is %3 s long</source>
        <translation>%1 (%2) вне файла, длина которого %3 с</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2 s long, so nothing of it is from %3.</source>
        <translation>«%1» длится %2 с, поэтому отрезка %3 в нём нет.</translation>
    </message>
    <message>
        <source>name the clip &apos;%1&apos; without its folder; absolute paths are needed</source>
        <translation>фрагмент «%1» указан без папки; нужны полные пути</translation>
    </message>
    <message>
        <source>give the clip &apos;%1&apos; an empty label</source>
        <translation>у фрагмента «%1» пустая метка</translation>
    </message>
    <message>
        <source>are damaged: they are no JSON object</source>
        <translation>повреждены: это не объект JSON</translation>
    </message>
    <message>
        <source>are of a version that is not known here</source>
        <translation>их версия здесь неизвестна</translation>
    </message>
    <message>
        <source>are damaged: a key is missing or of another type</source>
        <translation>повреждены: ключа нет, или он другого типа</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; for corrections cannot be created: %2.</source>
        <translation>Папку «%1» для исправлений не создать: %2.</translation>
    </message>
    <message>
        <source>name no clip of &apos;%1&apos;</source>
        <translation>в них нет ни одного фрагмента из «%1»</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет файла</translation>
    </message>
    <message>
        <source>%1, also as &apos;%2&apos;</source>
        <translation>%1, также как «%2»</translation>
    </message>
    <message>
        <source>The layout %1 of &apos;%2&apos; takes no %3. Use --layout table, or omit the option.</source>
        <translation>Для структуры %1 набора «%2» нельзя указать %3. Укажите --layout table или уберите этот параметр.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a file. The layout %2 needs a folder.</source>
        <translation>«%1» — файл. Для структуры %2 нужна папка.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; in &apos;%2&apos; has a name that is not UTF-8; rename it.</source>
        <translation>Имя класса «%1» в «%2» не в UTF-8; переименуйте его.</translation>
    </message>
    <message>
        <source>The settings of the data have no &apos;%1&apos;.</source>
        <translation>В параметрах данных нет «%1».</translation>
    </message>
    <message>
        <source>The columns of the data are a JSON object.</source>
        <translation>Столбцы данных — это объект JSON.</translation>
    </message>
    <message>
        <source>Unknown layout &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестная структура «%1». Выберите одну из: %2.</translation>
    </message>
    <message>
        <source>The settings of the data are a JSON object.</source>
        <translation>Параметры данных — это объект JSON.</translation>
    </message>
    <message>
        <source>The settings of the data are not as they should be: %1.</source>
        <translation>Параметры данных неправильны: %1.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; cannot be read: %2.</source>
        <translation>Набор данных «%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; has no usable clips left in &apos;%2&apos;. Fix its files or remove the class.</source>
        <translation>У класса «%1» в «%2» не осталось пригодных фрагментов. Исправьте его файлы или удалите класс.</translation>
    </message>
    <message>
        <source>In &apos;%1&apos; %2. To make them one class, choose Join classes that look alike (--join-alike).</source>
        <translation>В «%1» %2. Их можно объединить на вкладке «Проблемы» (--join-alike).</translation>
    </message>
    <message>
        <source>The feature cache &apos;%1&apos; cannot be read back. Check whether the disk is full.</source>
        <translation>Кэш признаков «%1» не прочитать снова. Проверьте, не заполнен ли диск.</translation>
    </message>
    <message>
        <source>The feature cache &apos;%1&apos; cannot be read: %2.</source>
        <translation>Кэш признаков «%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>The feature cache cannot be written to &apos;%1&apos;: %2.</source>
        <translation>Кэш признаков не записать в «%1»: %2.</translation>
    </message>
    <message>
        <source>%1, &apos;%2&apos;</source>
        <translation>%1, «%2»</translation>
    </message>
    <message>
        <source>%1 and &apos;%2&apos;</source>
        <translation>%1 и «%2»</translation>
    </message>
    <message>
        <source>%1 a file outside its data set: &apos;%2&apos;. Move it there, or allow files outside (--allow-outside).</source>
        <translation>%1 файл вне набора данных: «%2». Переместите его туда или разрешите файлы вне набора (--allow-outside).</translation>
    </message>
    <message>
        <source>%1 (%2) overlaps %3 (%4)</source>
        <translation>%1 (%2) пересекается с: %3 (%4)</translation>
    </message>
    <message>
        <source>the classes %1 look alike</source>
        <translation>похожие названия классов: %1</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; of the table &apos;%2&apos; contains &apos;%3&apos;, which is not a whole number from 1 on.</source>
        <translation>В столбце «%1» таблицы «%2» есть «%3», а это не целое число от 1.</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; names a file outside its data set: &apos;%2&apos;.</source>
        <translation>Таблица «%1» называет файл вне своего набора данных: «%2».</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; names</source>
        <translation>Таблица «%1» называет</translation>
    </message>
    <message>
        <source>The column &apos;category&apos; of the table &apos;%1&apos; is empty for the file &apos;%2&apos;.</source>
        <translation>Столбец «category» таблицы «%1» пуст для файла «%2».</translation>
    </message>
    <message>
        <source>fits the same file as another name of the table</source>
        <translation>подходит к тому же файлу, что и другое имя в таблице</translation>
    </message>
    <message>
        <source>fits %1 files: %2</source>
        <translation>подходит к нескольким файлам (%1): %2</translation>
    </message>
    <message>
        <source>fits %1 files: %2 and %3 more</source>
        <translation>подходит к нескольким файлам (%1): %2 и ещё %3</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; links to</source>
        <translation>Набор данных «%1» ссылается на</translation>
    </message>
    <message>
        <source>a link that leads nowhere</source>
        <translation>ссылка, которая никуда не ведёт</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is not a label file: %2.</source>
        <translation>Файл «%1» — не файл меток: %2.</translation>
    </message>
    <message>
        <source>line %1 does not begin with two times</source>
        <translation>строка %1 не начинается с двух чисел времени</translation>
    </message>
    <message>
        <source>no column of it is known to hold labels</source>
        <translation>ни один его столбец не похож на столбец меток</translation>
    </message>
    <message>
        <source>it has no times</source>
        <translation>у неё нет времени</translation>
    </message>
    <message>
        <source>it is not text in a known encoding</source>
        <translation>это не текст в известной кодировке</translation>
    </message>
    <message>
        <source>The label file &apos;%1&apos; is of</source>
        <translation>Файл меток «%1» описывает</translation>
    </message>
    <message>
        <source>line %1 is of another sound, &apos;%2&apos;</source>
        <translation>строка %1 относится к другому звуку, «%2»</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>строка %1 в %2</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos; is not a time</source>
        <translation>%1 «%2» — не время</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>меток</translation>
    </message>
    <message>
        <source>clips&apos; YTID</source>
        <translation>YTID фрагментов</translation>
    </message>
    <message>
        <source>its start</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>конец</translation>
    </message>
    <message>
        <source>its duration</source>
        <translation>длительность</translation>
    </message>
    <message>
        <source>its file offset</source>
        <translation>смещение в файле</translation>
    </message>
    <message>
        <source>Line %1 of the table &apos;%2&apos; has &apos;%3&apos; in the column &apos;%4&apos;; it takes train, val and test.</source>
        <translation>В строке %1 таблицы «%2» в столбце «%4» стоит «%3»; там может быть train, val или test.</translation>
    </message>
    <message>
        <source>line %1: &apos;%2&apos; %3</source>
        <translation>строка %1: «%2» %3</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; lists %2 files, none of which was found in &apos;%3&apos; (line %4: &apos;%5&apos; %6).</source>
        <translation>В таблице «%1» указано звуков: %2; в «%3» не найден ни один (строка %4: «%5» %6).</translation>
    </message>
    <message>
        <source>There is no table &apos;%1&apos;.</source>
        <translation>Таблицы «%1» нет.</translation>
    </message>
    <message>
        <source>The column &apos;class&apos; of the table &apos;%1&apos; is empty for the file &apos;%2&apos;.</source>
        <translation>Столбец «class» таблицы «%1» пуст для файла «%2».</translation>
    </message>
    <message>
        <source>its name does not tell its class as UrbanSound8K&apos;s names do</source>
        <translation>по имени класс не определить: оно не такое, как имена UrbanSound8K</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; has no fold %2.</source>
        <translation>В наборе данных «%1» нет фолда %2.</translation>
    </message>
    <message>
        <source>Fold %1 cannot both train and validate.</source>
        <translation>Фолд %1 не может быть и для обучения, и для проверки.</translation>
    </message>
    <message>
        <source>Folds cannot be selected if the split is by %1.</source>
        <translation>Фолды нельзя выбрать, если данные делятся по %1.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; of &apos;%2&apos; would be in the validation set only and have no training clips (%3). Split it another way or remove the class.</source>
        <translation>Класс «%1» набора «%2» оказался бы только в проверочной выборке, без фрагментов для обучения (%3). Разделите данные иначе или удалите класс.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; and &apos;%2&apos;</source>
        <translation>«%1» и «%2»</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1 и ещё %2</translation>
    </message>
    <message>
        <source>The same recording is in both the training and the validation set (%1). Split by recording (--split source), or allow it under Shared recordings (--allow-shared-sources).</source>
        <translation>Одна и та же запись есть и в обучающем, и в проверочном наборе (%1). Разбейте по записям (--split source) или разрешите общие записи (--allow-shared-sources).</translation>
    </message>
    <message>
        <source>The recording &apos;%1&apos; is in both the training and the validation set (%2). Split by recording (--split source), or allow it under Shared recordings (--allow-shared-sources).</source>
        <translation>Запись «%1» есть и в обучающем, и в проверочном наборе (%2). Разбейте по записям (--split source) или разрешите общие записи (--allow-shared-sources).</translation>
    </message>
    <message>
        <source>Unknown split &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестное деление «%1». Выберите одно из: %2.</translation>
    </message>
    <message>
        <source>No clip of &apos;%1&apos; is left to train with (%2).</source>
        <translation>В «%1» не осталось фрагментов для обучения (%2).</translation>
    </message>
    <message>
        <source>The share of clips that validate is a number between 0 and 1, not %1.</source>
        <translation>Доля фрагментов для проверки — число между 0 и 1, а не %1.</translation>
    </message>
    <message>
        <source>A folder is needed to write the data set to.</source>
        <translation>Нужна папка, в которую записать набор данных.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; cannot be read: %2.</source>
        <translation>Папку «%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not empty. Choose a new folder, or allow this one with --force.</source>
        <translation>Папка «%1» не пуста. Выберите новую папку или разрешите эту (--force).</translation>
    </message>
    <message>
        <source>A class can have 1 to %1 clips, not %2.</source>
        <translation>В классе может быть от 1 до %1 фрагментов, а не %2.</translation>
    </message>
    <message>
        <source>A sound can be made at 1000 to 1000000 Hz, not at %1 Hz.</source>
        <translation>Звук можно создать с частотой от 1000 до 1000000 Гц, а не %1 Гц.</translation>
    </message>
    <message>
        <source>A sound can be made up to an hour long, not %1 s.</source>
        <translation>Звук можно создать длиной до часа, а не %1 с.</translation>
    </message>
    <message>
        <source>The feature cache folder &apos;%1&apos; cannot be created: %2.</source>
        <translation>Папку «%1» кэша признаков не создать: %2.</translation>
    </message>
    <message>
        <source>A model with %1 labels cannot continue one with %2.</source>
        <translation>Модель с числом меток %1 не может продолжить модель с числом меток %2.</translation>
    </message>
    <message>
        <source>Event rules for %1 classes do not fit a model with %2 labels.</source>
        <translation>Правила событий для классов (%1) не подходят модели с числом меток %2.</translation>
    </message>
    <message>
        <source>A window with %1 scores does not fit %2 labels.</source>
        <translation>Окно с числом оценок %1 не подходит к числу меток %2.</translation>
    </message>
    <message>
        <source>Unknown export format &apos;%1&apos;. Use one of: csv, jsonl, audacity, raven, spreadsheet.</source>
        <translation>Неизвестный формат экспорта «%1». Выберите один из: csv, jsonl, audacity, raven, spreadsheet.</translation>
    </message>
    <message>
        <source>The room noise in &apos;%1&apos; is damaged: %2. Measure it again.</source>
        <translation>Шум помещения в «%1» повреждён: %2. Измерьте его снова.</translation>
    </message>
    <message>
        <source>The room noise in &apos;%1&apos; cannot be used. %2</source>
        <translation>Шум помещения в «%1» нельзя использовать. %2</translation>
    </message>
    <message>
        <source>Frames of %1 bands do not fit room noise of %2: measure the room noise again.</source>
        <translation>Кадры с числом полос %1 не подходят к шуму помещения с числом полос %2: измерьте шум помещения снова.</translation>
    </message>
    <message>
        <source>The windows of one file have different numbers of scores.</source>
        <translation>В окнах одного файла разное число оценок.</translation>
    </message>
    <message>
        <source>A hierarchy of %1 classes does not fit a model with %2 labels.</source>
        <translation>Иерархия с числом классов %1 не подходит модели с числом меток %2.</translation>
    </message>
    <message>
        <source>A hierarchy of classes names a label that the model does not have.</source>
        <translation>Иерархия классов называет метку, которой нет в модели.</translation>
    </message>
    <message>
        <source>The feature settings cannot be used: %1.</source>
        <translation>Параметры признаков нельзя использовать: %1.</translation>
    </message>
    <message>
        <source>%1 kHz, %2 mel bands %3-%4 Hz, FFT %5, window %6, hop %7, %8</source>
        <translation>%1 кГц, %2 мел-полос %3–%4 Гц, БПФ %5, окно %6, шаг %7, %8</translation>
    </message>
    <message>
        <source>%1, %2 bands</source>
        <translation>%1, полосы %2</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; cannot be read.</source>
        <translation>Файл весов «%1» не прочитать.</translation>
    </message>
    <message>
        <source>its tensors were being read</source>
        <translation>чтение тензоров</translation>
    </message>
    <message>
        <source>The cost of the model &apos;%1&apos; could not be measured.</source>
        <translation>Затраты модели «%1» не удалось измерить.</translation>
    </message>
    <message>
        <source>it answers with something that has no end</source>
        <translation>ответ не имеет конца</translation>
    </message>
    <message>
        <source>The confined process failed.</source>
        <translation>Изолированный процесс не выполнил работу.</translation>
    </message>
    <message>
        <source>it answers with more than such a file can contain</source>
        <translation>ответ больше, чем может содержать такой файл</translation>
    </message>
    <message>
        <source>the program that opened it crashed</source>
        <translation>программа, которая открыла файл, аварийно завершилась</translation>
    </message>
    <message>
        <source>the program that opened it ended</source>
        <translation>программа, которая открыла файл, завершилась</translation>
    </message>
    <message>
        <source>the program that opened it ended (%1)</source>
        <translation>программа, которая открыла файл, завершилась (%1)</translation>
    </message>
    <message>
        <source>it did not come to an end within %1 s of computing, so it is too slow here or has a loop without end</source>
        <translation>за %1 с вычислений работа не закончилась: сеть слишком медленная или в ней бесконечный цикл</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; was rejected while %2: %3.</source>
        <translation>Файл «%1» отклонён (этап: %2): %3.</translation>
    </message>
    <message>
        <source>LibTorch was starting</source>
        <translation>запуск LibTorch</translation>
    </message>
    <message>
        <source>The process that asked for this work no longer exists.</source>
        <translation>Процесса, который просил об этой работе, больше нет.</translation>
    </message>
    <message>
        <source>its weights were being read</source>
        <translation>чтение весов</translation>
    </message>
    <message>
        <source>its cost was being measured</source>
        <translation>измерение затрат</translation>
    </message>
    <message>
        <source>The checkpoint cannot be read.</source>
        <translation>Контрольную точку не прочитать.</translation>
    </message>
    <message>
        <source>it was being read</source>
        <translation>чтение файла</translation>
    </message>
    <message>
        <source>The confined process was asked for something unknown.</source>
        <translation>Изолированный процесс получил неизвестный запрос.</translation>
    </message>
    <message>
        <source>The confined process is not watched.</source>
        <translation>За изолированным процессом нет наблюдения.</translation>
    </message>
    <message>
        <source>The confined process has no output.</source>
        <translation>У изолированного процесса нет вывода.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; does not know the class &apos;%2&apos; of the data set &apos;%3&apos;.</source>
        <translation>Модель «%1» не знает класса «%2» из набора данных «%3».</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; has no clip in the folds asked for.</source>
        <translation>В наборе данных «%1» нет фрагментов в указанных фолдах.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has waveform input. Only models with log-mel input can be evaluated.</source>
        <translation>Вход модели «%1» — волна. Оценить можно только модели с входом лог-мел.</translation>
    </message>
    <message>
        <source>it was being opened</source>
        <translation>открытие файла</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; cannot be imported: its network has %2 inputs instead of one.</source>
        <translation>Файл «%1» не импортировать: у его сети входов %2, а нужен один.</translation>
    </message>
    <message>
        <source>it was given a first window</source>
        <translation>проверка первым окном</translation>
    </message>
    <message>
        <source>The network does not output probabilities: one of its values is %1. Choose logits as the kind of output.</source>
        <translation>Сеть выдаёт не вероятности: одно из значений равно %1. Выберите логиты как вид выхода.</translation>
    </message>
    <message>
        <source>it was given silence and noise</source>
        <translation>проверка тишиной и шумом</translation>
    </message>
    <message>
        <source>it was trying the sample</source>
        <translation>проверка на примере</translation>
    </message>
    <message>
        <source>it was listening to noise</source>
        <translation>проверка на шуме</translation>
    </message>
    <message>
        <source>the copy was being written</source>
        <translation>запись копии</translation>
    </message>
    <message>
        <source>The network in &apos;%1&apos; %2.</source>
        <translation>Сеть в «%1»: %2.</translation>
    </message>
    <message>
        <source>does not take the windows that its description names (%1)</source>
        <translation>не принимает окна, указанные в её описании (%1)</translation>
    </message>
    <message>
        <source>answers in another shape than one value for each of its %1 labels</source>
        <translation>ответ другой формы, чем по значению на каждую из меток (%1)</translation>
    </message>
    <message>
        <source>does not answer with 32-bit numbers</source>
        <translation>ответ не из 32-битных чисел</translation>
    </message>
    <message>
        <source>it answered in another shape than before</source>
        <translation>ответ другой формы, чем раньше</translation>
    </message>
    <message>
        <source>it answered with something that is not a number</source>
        <translation>в ответе есть значение, которое не является числом</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be read.</source>
        <translation>Файл модели «%1» не прочитать.</translation>
    </message>
    <message>
        <source>%1 Without a sandbox, a third-party model can read, change and delete your files. If you trust this one, add --unconfined.</source>
        <translation>%1 Без песочницы сторонняя модель может читать, менять и удалять ваши файлы. Если вы ей доверяете, добавьте --unconfined.</translation>
    </message>
    <message>
        <source>%1 It runs in a sandbox, where it cannot open files, start programs or use the network.</source>
        <translation>%1 Она выполняется в песочнице, где не может открывать файлы, запускать программы и выходить в сеть.</translation>
    </message>
    <message>
        <source>A request to the classifier process was cut off.</source>
        <translation>Запрос к процессу классификатора оборвался.</translation>
    </message>
    <message>
        <source>The classifier process cannot answer: %1.</source>
        <translation>Процесс классификатора не может ответить: %1.</translation>
    </message>
    <message>
        <source>The classifier process was asked for a window of another shape than its model&apos;s.</source>
        <translation>Процесс классификатора получил окно другой формы, чем у его модели.</translation>
    </message>
    <message>
        <source>The classifier process has no output: %1.</source>
        <translation>У процесса классификатора нет вывода: %1.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no embedding, so it has no taught classes.</source>
        <translation>У модели «%1» нет эмбеддинга, поэтому у неё не может быть обученных классов.</translation>
    </message>
    <message>
        <source>it was given reference sounds</source>
        <translation>проверка опорными звуками</translation>
    </message>
    <message>
        <source>the taught classes were being added</source>
        <translation>добавление обученных классов</translation>
    </message>
    <message>
        <source>Waiting for the model was cancelled.</source>
        <translation>Ожидание модели отменено.</translation>
    </message>
    <message>
        <source>The model&apos;s process %1.</source>
        <translation>Процесс модели: %1.</translation>
    </message>
    <message>
        <source>The model&apos;s process %1: %2.</source>
        <translation>Процесс модели: %1: %2.</translation>
    </message>
    <message>
        <source>The model process sent an unexpected message at startup.</source>
        <translation>Процесс модели прислал при запуске неожиданное сообщение.</translation>
    </message>
    <message>
        <source>The model process has %1 labels, but its file names %2.</source>
        <translation>У процесса модели меток %1, а в её файле их %2.</translation>
    </message>
    <message>
        <source>The model process has an embedding of more than 65,536 numbers.</source>
        <translation>У процесса модели эмбеддинг длиннее 65 536 чисел.</translation>
    </message>
    <message>
        <source>The model process sent an answer that does not match the request.</source>
        <translation>Процесс модели прислал ответ, который не подходит к запросу.</translation>
    </message>
    <message>
        <source>A window of %1 values for %2 scores does not fit the model &apos;%3&apos;.</source>
        <translation>Окно из %1 значений для %2 оценок не подходит модели «%3».</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no embedding of %2 numbers.</source>
        <translation>У модели «%1» нет эмбеддинга из %2 чисел.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; gave scores that are not numbers.</source>
        <translation>Оценки модели «%1» — не числа.</translation>
    </message>
    <message>
        <source>The analysis of &apos;%1&apos; was cancelled.</source>
        <translation>Анализ «%1» отменён.</translation>
    </message>
    <message>
        <source>The labels in &apos;%1&apos; cannot be put in order: line %2 has the index &apos;%3&apos;, and each of 0 to %4 is expected once.</source>
        <translation>Метки в «%1» не упорядочить: в строке %2 стоит номер «%3», а каждый номер от 0 до %4 должен быть один раз.</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; has only %2 channels, so %3 cannot be analysed. Choose another channel (--channel).</source>
        <translation>У микрофона «%1» всего каналов: %2, поэтому %3 нельзя анализировать. Выберите другой канал (--channel).</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; cannot continue what is being listened to.</source>
        <translation>Модель «%1» не может продолжить прослушивание.</translation>
    </message>
    <message>
        <source>%1 is &apos;%2&apos;, which is unknown. Use one of: %3. A newer Earwitness may know more.</source>
        <translation>%1: неизвестное значение «%2». Возможные: %3. Более новая версия Earwitness может знать больше.</translation>
    </message>
    <message>
        <source>The model description in &apos;%1&apos; is incomplete: &apos;%2&apos; is missing.</source>
        <translation>Описание модели в «%1» неполное: нет «%2».</translation>
    </message>
    <message>
        <source>The model description in &apos;%1&apos; is damaged: &apos;%2&apos; must be %3.</source>
        <translation>Описание модели в «%1» повреждено: «%2» — это должно быть: %3.</translation>
    </message>
    <message>
        <source>The kind of output</source>
        <translation>Вид выхода</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; cannot be used: %2.</source>
        <translation>Модель «%1» нельзя использовать: %2.</translation>
    </message>
    <message>
        <source>it names no labels</source>
        <translation>в ней нет меток</translation>
    </message>
    <message>
        <source>one of its labels is empty</source>
        <translation>одна из её меток пуста</translation>
    </message>
    <message>
        <source>it names the label &apos;%1&apos; twice</source>
        <translation>метка «%1» указана дважды</translation>
    </message>
    <message>
        <source>its window of %1 s is out of range</source>
        <translation>длина её окна, %1 с, недопустима</translation>
    </message>
    <message>
        <source>the hop of its spectrogram is more than half an FFT</source>
        <translation>шаг её спектрограммы больше половины БПФ</translation>
    </message>
    <message>
        <source>its hop of %1 s does not fit its window of %2 s</source>
        <translation>её шаг, %1 с, не подходит к её окну, %2 с</translation>
    </message>
    <message>
        <source>its shortest window of %1 s is out of range</source>
        <translation>длина её кратчайшего окна, %1 с, недопустима</translation>
    </message>
    <message>
        <source>models with waveform input accept whole windows only</source>
        <translation>модели с входом в виде волны принимают только целые окна</translation>
    </message>
    <message>
        <source>it has %1 labels but %2 thresholds</source>
        <translation>у неё меток %1, а порогов %2</translation>
    </message>
    <message>
        <source>a threshold is not between 0 and 1</source>
        <translation>порог не между 0 и 1</translation>
    </message>
    <message>
        <source>The model description in &apos;%1&apos; is damaged: it is not a JSON object.</source>
        <translation>Описание модели в «%1» повреждено: это не объект JSON.</translation>
    </message>
    <message>
        <source>The model in &apos;%1&apos; was made by a newer Earwitness (format %2; this one reads up to %3): update Earwitness to use it.</source>
        <translation>Модель в «%1» создана более новой версией Earwitness (формат %2, а эта версия читает до %3): обновите Earwitness, чтобы её использовать.</translation>
    </message>
    <message>
        <source>The model description in &apos;%1&apos; is damaged: its format version is %2.</source>
        <translation>Описание модели в «%1» повреждено: версия его формата — %2.</translation>
    </message>
    <message>
        <source>Its kind of input</source>
        <translation>Вид её входа</translation>
    </message>
    <message>
        <source>Its kind of output</source>
        <translation>Вид её выхода</translation>
    </message>
    <message>
        <source>The model in &apos;%1&apos; is refused. %2</source>
        <translation>Модель в «%1» отклонена. %2</translation>
    </message>
    <message>
        <source>The model description in &apos;%1&apos; contradicts itself: &apos;input_shape&apos; does not fit its window and features.</source>
        <translation>Описание модели в «%1» противоречиво: «input_shape» не подходит к её окну и признакам.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be copied: %2.</source>
        <translation>Файл модели «%1» не скопировать: %2.</translation>
    </message>
    <message>
        <source>The description in the model file &apos;%1&apos; cannot be replaced: is the disk full?</source>
        <translation>Описание в файле модели «%1» не заменить: диск заполнен?</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; for models cannot be created: %2.</source>
        <translation>Папку «%1» для моделей не создать: %2.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1 — не объект JSON.</translation>
    </message>
    <message>
        <source>%1 has no valid &quot;%2&quot;: it must be %3.</source>
        <translation>%1: нет правильного &quot;%2&quot;: это должно быть: %3.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object with &quot;models&quot;.</source>
        <translation>%1 — не объект JSON с &quot;models&quot;.</translation>
    </message>
    <message>
        <source>%1 has another version than %2. Update Earwitness.</source>
        <translation>%1: версия не %2. Обновите Earwitness.</translation>
    </message>
    <message>
        <source>%1 contains the model &apos;%2&apos; twice.</source>
        <translation>%1: модель «%2» указана дважды.</translation>
    </message>
    <message>
        <source>Unknown model &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестная модель «%1». Выберите одну из: %2.</translation>
    </message>
    <message>
        <source>Unknown group &apos;%1&apos; in the table of sounds %2.</source>
        <translation>Неизвестная группа «%1» в таблице звуков %2.</translation>
    </message>
    <message>
        <source>The id &apos;%1&apos; occurs twice in the table of sounds %2.</source>
        <translation>Номер «%1» повторяется в таблице звуков %2.</translation>
    </message>
    <message>
        <source>Unknown parent &apos;%1&apos; of &apos;%2&apos; in the table of sounds %3.</source>
        <translation>Неизвестный родитель «%1» для «%2» в таблице звуков %3.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; is its own ancestor in the table of sounds %2.</source>
        <translation>Класс «%1» — свой собственный предок в таблице звуков %2.</translation>
    </message>
    <message>
        <source>The taught classes in &apos;%1&apos; were saved by a newer Earwitness (format %2; this one reads up to %3). Update Earwitness, or move the file away to start without them.</source>
        <translation>Обученные классы в «%1» сохранены более новой версией Earwitness (формат %2, а эта версия читает до %3). Обновите Earwitness или переместите файл, чтобы начать без них.</translation>
    </message>
    <message>
        <source>The model&apos;s fingerprint &apos;%1&apos; is not valid, so it cannot have taught classes. Import the model again.</source>
        <translation>Отпечаток модели «%1» неправильный, поэтому у неё не может быть обученных классов. Импортируйте модель снова.</translation>
    </message>
    <message>
        <source>The id &apos;%1&apos; is not valid.</source>
        <translation>Номер «%1» неправильный.</translation>
    </message>
    <message>
        <source>The clip &apos;%1&apos; has no valid name.</source>
        <translation>Имя клипа «%1» неправильное.</translation>
    </message>
    <message>
        <source>The alert command</source>
        <translation>Команда оповещения</translation>
    </message>
    <message>
        <source>The alert command &apos;%1&apos; was stopped because it did not finish within %2. Start longer work in the background.</source>
        <translation>Команда оповещения «%1» остановлена: она не закончилась за %2. Запускайте долгую работу в фоне.</translation>
    </message>
    <message>
        <source>The alert command &apos;%1&apos; %2.</source>
        <translation>Команда оповещения «%1»: %2.</translation>
    </message>
    <message>
        <source>The alert command &apos;%1&apos; %2, saying &apos;%3&apos;.</source>
        <translation>Команда оповещения «%1»: %2, её вывод: «%3».</translation>
    </message>
    <message>
        <source>Alerts cannot be shown: the desktop&apos;s notification service does not take them (%1).</source>
        <translation>Оповещения не показать: служба уведомлений рабочего стола их не принимает (%1).</translation>
    </message>
    <message>
        <source>The desktop notification</source>
        <translation>Уведомление рабочего стола</translation>
    </message>
    <message>
        <source>%1 cannot keep up with the alerts, so the oldest waiting alerts were dropped. Alert on fewer classes, or set a longer repeat delay.</source>
        <translation>%1 не успевает за оповещениями, поэтому самые старые из ожидавших отброшены. Оповещайте о меньшем числе классов или задайте больший интервал повтора.</translation>
    </message>
    <message>
        <source>The sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>The webhook cannot be called: the web library refuses its settings.</source>
        <translation>Вебхук не вызвать: веб-библиотека не принимает параметры.</translation>
    </message>
    <message>
        <source>The webhook</source>
        <translation>Вебхук</translation>
    </message>
    <message>
        <source>The webhook at &apos;%1&apos; cannot be reached: %2.</source>
        <translation>Вебхук на «%1» недоступен: %2.</translation>
    </message>
    <message>
        <source>The webhook at &apos;%1&apos; answered with status %2 instead of success. Check its address.</source>
        <translation>Вебхук на «%1» ответил статусом %2 вместо успеха. Проверьте его адрес.</translation>
    </message>
    <message>
        <source>An event can only be relabelled to a label; none was given.</source>
        <translation>Событию можно дать только другую метку, а она не указана.</translation>
    </message>
    <message>
        <source>There is no event %1 in the event store.</source>
        <translation>В хранилище событий нет события %1.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a database of another program, not an event store. Move or rename it.</source>
        <translation>«%1» — база данных другой программы, а не хранилище событий. Переместите или переименуйте файл.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an event store. Move or rename it to start a new one.</source>
        <translation>«%1» — не хранилище событий. Переместите или переименуйте файл, чтобы начать новое.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; of the event store cannot be created: %2.</source>
        <translation>Папку «%1» хранилища событий не создать: %2.</translation>
    </message>
    <message>
        <source>The event store is damaged: its counters are missing. Move or rename it to start a new one.</source>
        <translation>Хранилище событий повреждено: нет его счётчиков. Переместите или переименуйте его, чтобы начать новое.</translation>
    </message>
    <message>
        <source>The settings cannot be written to &apos;%1&apos;: the name of a folder or command in them is not valid UTF-8. Choose another one.</source>
        <translation>Настройки не записать в «%1»: имя папки или команды в них — не правильный UTF-8. Выберите другое.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; for the settings cannot be created: %2.</source>
        <translation>Папку «%1» для настроек не создать: %2.</translation>
    </message>
    <message>
        <source>The settings in &apos;%1&apos; are damaged: %2 must be %3, not %4. Correct the file, or delete it to start with the defaults.</source>
        <translation>Настройки в «%1» повреждены: %2 — это должно быть: %3, а не %4. Исправьте файл или удалите его, чтобы начать со стандартных настроек.</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>всё содержимое</translation>
    </message>
    <message>
        <source>The settings in &apos;%1&apos; were written by a newer Earwitness (format %2; this one reads up to %3): update Earwitness, or move the file away to start with the defaults.</source>
        <translation>Настройки в «%1» записаны более новой версией Earwitness (формат %2, а эта версия читает до %3): обновите Earwitness или переместите файл, чтобы начать со стандартных настроек.</translation>
    </message>
    <message>
        <source>The old recording &apos;%1&apos; cannot be removed: %2. Recordings use more disk space than the limit allows.</source>
        <translation>Старую запись «%1» не удалить: %2. Записи занимают на диске больше, чем разрешено.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; cannot be opened: %2.</source>
        <translation>Хранилище событий «%1» не открыть: %2.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; cannot be read or written: %2.</source>
        <translation>Хранилище событий «%1» не прочитать или не записать: %2.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; cannot be used: %2.</source>
        <translation>Хранилище событий «%1» нельзя использовать: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be locked: %2.</source>
        <translation>«%1» не заблокировать: %2.</translation>
    </message>
    <message>
        <source>Unknown architecture &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестная архитектура «%1». Выберите одну из: %2.</translation>
    </message>
    <message>
        <source>The setting &apos;%1&apos; of %2 cannot be &apos;%3&apos;. Use one of: %4.</source>
        <translation>Параметр «%1» архитектуры %2 не может быть «%3». Выберите одно из: %4.</translation>
    </message>
    <message>
        <source>The settings of an architecture are a JSON object, such as {&quot;dropout&quot;: 0.1}.</source>
        <translation>Параметры архитектуры — объект JSON, например {&quot;dropout&quot;: 0.1}.</translation>
    </message>
    <message>
        <source>The architecture %1 has no setting &apos;%2&apos;.</source>
        <translation>У архитектуры %1 нет параметра «%2».</translation>
    </message>
    <message>
        <source>The setting &apos;%1&apos; of %2 must be like %3.</source>
        <translation>Параметр «%1» архитектуры %2 должен быть такого вида: %3.</translation>
    </message>
    <message>
        <source>A network&apos;s width can be multiplied by 0.05 to 20.</source>
        <translation>Ширину сети можно умножить на число от 0.05 до 20.</translation>
    </message>
    <message>
        <source>A setting of the architecture %1 has a value of the wrong kind: %2.</source>
        <translation>Параметр архитектуры %1 неправильного вида: %2.</translation>
    </message>
    <message>
        <source>cnn1d needs as many kernels and strides as channels.</source>
        <translation>Для cnn1d нужно столько же ядер и шагов, сколько каналов.</translation>
    </message>
    <message>
        <source>The kernels of cnn1d must be odd.</source>
        <translation>Размеры ядер cnn1d должны быть нечётными.</translation>
    </message>
    <message>
        <source>cnn2d needs as many pools as channels.</source>
        <translation>Для cnn2d нужно столько же пулингов, сколько каналов.</translation>
    </message>
    <message>
        <source>crnn needs as many pools as channels.</source>
        <translation>Для crnn нужно столько же пулингов, сколько каналов.</translation>
    </message>
    <message>
        <source>inverted-residual needs as many channels as expansions and strides, at least one.</source>
        <translation>Для inverted-residual нужно столько же каналов, сколько расширений и шагов, хотя бы по одному.</translation>
    </message>
    <message>
        <source>The patches of transformer must not be higher than its stem leaves rows, and their stride must not leave gaps.</source>
        <translation>Патчи transformer не должны быть выше, чем остаётся строк после начальных свёрток, а их шаг не должен оставлять промежутков.</translation>
    </message>
    <message>
        <source>transformer needs an even number of channels that its heads divide.</source>
        <translation>Для transformer нужно чётное число каналов, которое делится на число голов.</translation>
    </message>
    <message>
        <source>resnet-transformer needs an even number of channels that its heads divide (into even parts for rotary positions).</source>
        <translation>Для resnet-transformer нужно чётное число каналов, которое делится на число голов (для поворотных позиций — на чётные части).</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; does not exist.</source>
        <translation>Файла «%1» нет.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; cannot be read: %2.</source>
        <translation>Файл «%1» не прочитать: %2.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is no model: it is a folder or a device.</source>
        <translation>Файл «%1» — не модель: это папка или устройство.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; cannot be read.</source>
        <translation>Файл «%1» не прочитать.</translation>
    </message>
    <message>
        <source>Unknown input shape &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестная форма входа «%1». Выберите одну из: %2.</translation>
    </message>
    <message>
        <source>There are %1 means but %2 standard deviations. Give the same number of both.</source>
        <translation>Средних %1, а стандартных отклонений %2. Укажите их поровну.</translation>
    </message>
    <message>
        <source>There are %1 means. Give one, or for log-mel input one for each of the %2 bands.</source>
        <translation>Указано средних: %1. Укажите одно или, для входа лог-мел, по одному на каждую из полос (%2).</translation>
    </message>
    <message>
        <source>A mean must be a number, and a standard deviation a number above 0.</source>
        <translation>Среднее должно быть числом, а стандартное отклонение — числом больше 0.</translation>
    </message>
    <message>
        <source>The answers about the model &apos;%1&apos; are incomplete or damaged.</source>
        <translation>Ответы о модели «%1» неполные или повреждены.</translation>
    </message>
    <message>
        <source>There are %1 labels, but the network answers with the shape %2; its labels must be as many as its outputs.</source>
        <translation>Меток %1, а сеть отвечает в форме %2; меток должно быть столько же, сколько выходов.</translation>
    </message>
    <message>
        <source>The network does not answer with a tensor.</source>
        <translation>Ответ сети — не тензор.</translation>
    </message>
    <message>
        <source>The network outputs one tensor, so no element &apos;%1&apos; can be selected.</source>
        <translation>Сеть выдаёт один тензор, поэтому элемент «%1» не выбрать.</translation>
    </message>
    <message>
        <source>The network outputs several tensors. Say which one has the labels: %1.</source>
        <translation>Сеть выдаёт несколько тензоров. Укажите, в каком из них метки: %1.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; cannot be opened: %2.</source>
        <translation>Файл «%1» не открыть: %2.</translation>
    </message>
    <message>
        <source>The network has no method &apos;forward&apos;, so it cannot be run.</source>
        <translation>У сети нет метода «forward», поэтому её не запустить.</translation>
    </message>
    <message>
        <source>The network does not take an input of the shape %1: %2.</source>
        <translation>Сеть не принимает вход формы %1: %2.</translation>
    </message>
    <message>
        <source>The network cannot be imported: %1.</source>
        <translation>Сеть не импортировать: %1.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; was not loaded: %2.</source>
        <translation>Файл модели «%1» не загружен: %2.</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be loaded by this LibTorch (%2); it is damaged or was saved by a newer one.</source>
        <translation>Файл модели «%1» не загрузить этой версией LibTorch (%2); он повреждён или сохранён более новой.</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; cannot be saved: %2.</source>
        <translation>Модель «%1» не сохранить: %2.</translation>
    </message>
    <message>
        <source>The network does not take a window of %1 s: %2.</source>
        <translation>Сеть не принимает окно длиной %1 с: %2.</translation>
    </message>
    <message>
        <source>The window must be longer than 0 and at most 600 seconds.</source>
        <translation>Окно должно быть длиннее 0 и не длиннее 600 секунд.</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; looks like a network of the EfficientAT family, but %2.</source>
        <translation>Файл весов «%1» похож на сеть семейства EfficientAT, но %2.</translation>
    </message>
    <message>
        <source>The weights file &apos;%1&apos; is a network of the EfficientAT family with %2 labels instead of AudioSet&apos;s %3, and does not contain their names.</source>
        <translation>Файл весов «%1» — сеть семейства EfficientAT с числом меток %2 вместо %3, как в AudioSet, и названий меток в нём нет.</translation>
    </message>
    <message>
        <source>The setting &apos;%1&apos; must be %2.</source>
        <translation>Параметр «%1» — это должно быть: %2.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is not a weights file of PyTorch 1.6 or later, or is cut off.</source>
        <translation>Файл «%1» — не файл весов PyTorch 1.6 или новее, или он обрезан.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is an archive, but not a weights file.</source>
        <translation>Файл «%1» — архив, но не файл весов.</translation>
    </message>
    <message>
        <source>The weights that were read from the model do not fit their list.</source>
        <translation>Веса, прочитанные из модели, не подходят к их списку.</translation>
    </message>
    <message>
        <source>The run&apos;s journal &apos;%1&apos; cannot be written.</source>
        <translation>Журнал запуска «%1» не записать.</translation>
    </message>
    <message>
        <source>The run&apos;s journal &apos;%1&apos; cannot be written: is the disk full?</source>
        <translation>Журнал запуска «%1» не записать: диск заполнен?</translation>
    </message>
    <message>
        <source>A confusion matrix names a class that it does not have.</source>
        <translation>Матрица ошибок называет класс, которого в ней нет.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; already contains &apos;%2&apos;, which a training would overwrite. Choose another folder.</source>
        <translation>В папке «%1» уже есть «%2», и обучение его перезаписало бы. Выберите другую папку.</translation>
    </message>
    <message>
        <source>The run folder &apos;%1&apos; cannot be created: %2.</source>
        <translation>Папку запуска «%1» не создать: %2.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; already contains a run. Choose another folder, or resume the run with --resume.</source>
        <translation>В папке «%1» уже есть запуск. Выберите другую папку или продолжите запуск (--resume).</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; does not contain a run to resume.</source>
        <translation>В папке «%1» нет запуска, который можно продолжить.</translation>
    </message>
    <message>
        <source>The settings of the run in &apos;%1&apos; cannot be read. Start a new run.</source>
        <translation>Настройки запуска в «%1» не прочитать. Начните новый запуск.</translation>
    </message>
    <message>
        <source>The run in &apos;%1&apos; was started with another %2 (%3, now %4). Resume with the same settings, or start a new run.</source>
        <translation>Запуск в «%1» начат с другим %2 (%3, а теперь %4). Продолжите его с теми же настройками или начните новый.</translation>
    </message>
    <message>
        <source>The run folder &apos;%1&apos; cannot be written to.</source>
        <translation>В папку запуска «%1» нельзя писать.</translation>
    </message>
    <message>
        <source>It is cut off.</source>
        <translation>Файл обрезан.</translation>
    </message>
    <message>
        <source>The checkpoint &apos;%1&apos; cannot be read. Start the run again.</source>
        <translation>Контрольную точку «%1» не прочитать. Начните запуск снова.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 и ещё %2</translation>
    </message>
    <message>
        <source>The training failed: %1.</source>
        <translation>Обучение не удалось: %1.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; already contains a search. Choose another folder, or resume the search with --resume.</source>
        <translation>В папке «%1» уже есть поиск. Выберите другую папку или продолжите поиск (--resume).</translation>
    </message>
    <message>
        <source>The search in &apos;%1&apos; was started with other settings. Resume it with the same settings, or start a new one.</source>
        <translation>Поиск в «%1» начат с другими настройками. Продолжите его с теми же настройками или начните новый.</translation>
    </message>
    <message>
        <source>%1 is one of %2, not &apos;%3&apos;.</source>
        <translation>%1: возможные значения: %2, а не «%3».</translation>
    </message>
    <message>
        <source>A training needs at least one epoch.</source>
        <translation>Для обучения нужна хотя бы одна эпоха.</translation>
    </message>
    <message>
        <source>The batch size must be at least 2.</source>
        <translation>Размер пакета должен быть не меньше 2.</translation>
    </message>
    <message>
        <source>The learning rate must be above 0.</source>
        <translation>Скорость обучения должна быть больше 0.</translation>
    </message>
    <message>
        <source>The weight decay must not be below 0.</source>
        <translation>Затухание весов не должно быть меньше 0.</translation>
    </message>
    <message>
        <source>The schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>The balance of classes</source>
        <translation>Балансировка классов</translation>
    </message>
    <message>
        <source>The background class</source>
        <translation>Фоновый класс</translation>
    </message>
    <message>
        <source>The number of labels per clip</source>
        <translation>Число меток на фрагмент</translation>
    </message>
    <message>
        <source>The device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>The warm-up must be between 0 and 1.</source>
        <translation>Разогрев должен быть между 0 и 1.</translation>
    </message>
    <message>
        <source>The largest norm of the gradient must not be below 0.</source>
        <translation>Наибольшая норма градиента не должна быть меньше 0.</translation>
    </message>
    <message>
        <source>The label smoothing must be between 0 and 1.</source>
        <translation>Сглаживание меток должно быть между 0 и 1.</translation>
    </message>
    <message>
        <source>The averaging must be at least 0 and below 1.</source>
        <translation>Усреднение должно быть не меньше 0 и меньше 1.</translation>
    </message>
    <message>
        <source>The patience must not be below 0.</source>
        <translation>Терпение не должно быть меньше 0.</translation>
    </message>
    <message>
        <source>The number of frozen epochs must not be below 0.</source>
        <translation>Число замороженных эпох не должно быть меньше 0.</translation>
    </message>
    <message>
        <source>The rate of the backbone must be above 0 and at most 1.</source>
        <translation>Скорость обучения основы должна быть больше 0 и не больше 1.</translation>
    </message>
    <message>
        <source>Batch norms can only be kept with a pretrained model (--init).</source>
        <translation>Нормировки можно сохранить только с предобученной моделью (--init).</translation>
    </message>
    <message>
        <source>What is frozen</source>
        <translation>Что заморожено</translation>
    </message>
    <message>
        <source>The share of the clips that validates must be between 0 and 1.</source>
        <translation>Доля фрагментов для проверки должна быть между 0 и 1.</translation>
    </message>
    <message>
        <source>The settings in &apos;%1&apos; are of version %2, this program knows version %3. Start a new run.</source>
        <translation>Настройки в «%1» версии %2, а эта программа знает версию %3. Начните новый запуск.</translation>
    </message>
    <message>
        <source>The settings in &apos;%1&apos; are damaged or of another program. Start a new run.</source>
        <translation>Настройки в «%1» повреждены или от другой программы. Начните новый запуск.</translation>
    </message>
    <message>
        <source>Unknown recipe &apos;%1&apos;. Use one of: %2.</source>
        <translation>Неизвестный рецепт «%1». Выберите один из: %2.</translation>
    </message>
    <message>
        <source>The data in &apos;%1&apos; or the teachers have changed since the run was interrupted. Start a new run.</source>
        <translation>Данные в «%1» или модели-учителя изменились после прерывания запуска. Начните новый запуск.</translation>
    </message>
    <message>
        <source>The checkpoint &apos;%1&apos; was written by another version of Earwitness. Start a new run.</source>
        <translation>Контрольная точка «%1» записана другой версией Earwitness. Начните новый запуск.</translation>
    </message>
    <message>
        <source>A temporary folder &apos;%1&apos; cannot be created.</source>
        <translation>Временную папку «%1» не создать.</translation>
    </message>
    <message>
        <source>None of %1 clips that were tried in &apos;%2&apos; can be used; &apos;earwitness-cli data check&apos; tells why.</source>
        <translation>Ни один из проверенных фрагментов (%1) в «%2» нельзя использовать; причину назовёт «earwitness-cli data check».</translation>
    </message>
    <message>
        <source>The checkpoint &apos;%1&apos; belongs to another network.</source>
        <translation>Контрольная точка «%1» принадлежит другой сети.</translation>
    </message>
    <message>
        <source>folds 1,2,3,4 to train, none to validate</source>
        <translation>обучение: фолды 1,2,3,4, проверка: нет</translation>
    </message>
    <message>
        <source>Its &apos;forward&apos; asks for %1 inputs (%2); only networks that take one can be used.</source>
        <translation>Её «forward» ждёт входов: %1 (%2); использовать можно только сети с одним входом.</translation>
    </message>
    <message>
        <source>It opens, but takes none of the usual inputs. The last one was refused: %1.</source>
        <translation>Файл открывается, но сеть не принимает ни одного из обычных входов. Последний отклонён: %1.</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>это не объект JSON</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing</source>
        <translation>нет «%1»</translation>
    </message>
    <message>
        <source>it has %1 levels for %2 bands</source>
        <translation>уровней %1, а полос %2</translation>
    </message>
    <message>
        <source>&apos;seconds&apos; is out of range</source>
        <translation>значение «seconds» недопустимо</translation>
    </message>
    <message>
        <source>The list of models &apos;%1&apos;</source>
        <translation>Список моделей «%1»</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>there</source>
        <translation>на месте</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>число от %1 до %2</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>целое число от %1 до %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>список текстов</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>список чисел</translation>
    </message>
    <message>
        <source>a list of at most %1 objects</source>
        <translation>список объектов, не более %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be %2</source>
        <translation>&apos;%1&apos;: ожидается %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>одно из значений %1</translation>
    </message>
    <message>
        <source>of letters, digits, &apos;-&apos; and &apos;_&apos;</source>
        <translation>имя из букв, цифр, &apos;-&apos; и &apos;_&apos;</translation>
    </message>
    <message>
        <source>an address that begins with https://</source>
        <translation>адрес, который начинается с https://</translation>
    </message>
    <message>
        <source>the name of a file without a folder</source>
        <translation>имя файла без папки</translation>
    </message>
    <message>
        <source>64 hexadecimal digits in lower case</source>
        <translation>64 шестнадцатеричные цифры в нижнем регистре</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 отсутствует</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1: ожидается %2</translation>
    </message>
    <message>
        <source>a text of at most %1 bytes</source>
        <translation>текст не длиннее %1 байт</translation>
    </message>
    <message>
        <source>the id of an example</source>
        <translation>идентификатор примера</translation>
    </message>
    <message>
        <source>the name of a clip</source>
        <translation>имя фрагмента</translation>
    </message>
    <message>
        <source>a list of %1 numbers</source>
        <translation>список чисел, ровно %1</translation>
    </message>
    <message>
        <source>the name of a class</source>
        <translation>название класса</translation>
    </message>
    <message>
        <source>unique: it is used twice</source>
        <translation>уникальное значение, а оно встречается дважды</translation>
    </message>
    <message>
        <source>mean, left, right, or the number of a channel</source>
        <translation>mean, left, right или номер канала</translation>
    </message>
    <message>
        <source>a web address that begins with http:// or https://</source>
        <translation>веб-адрес, который начинается с http:// или https://</translation>
    </message>
    <message>
        <source>The recipe &apos;%1&apos; needs a pretrained model (--init).</source>
        <translation>Рецепту &apos;%1&apos; нужна исходная модель (--init).</translation>
    </message>
</context>
<context>
    <name>CoreNames</name>
    <message>
        <source>Crop</source>
        <translation>Обрезка</translation>
    </message>
    <message>
        <source>Mel shift</source>
        <translation>Сдвиг по мел-шкале</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Растяжение</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Прокрутка</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Сдвиг</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Усиление</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Band limit</source>
        <translation>Ограничение полосы</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Between class</source>
        <translation>Между классами</translation>
    </message>
    <message>
        <source>Frequency mask</source>
        <translation>Маска частот</translation>
    </message>
    <message>
        <source>Time mask</source>
        <translation>Маска времени</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Наименьшая длина</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Наибольшая длина</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Полосы</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>Bends</source>
        <translation>Изгибы</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Нижняя граница</translation>
    </message>
    <message>
        <source>Softest</source>
        <translation>Самый тихий</translation>
    </message>
    <message>
        <source>Loudest</source>
        <translation>Самый громкий</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Альфа</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Кадры</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Feed forward</source>
        <translation>Полносвязная сеть</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Головы</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Position points</source>
        <translation>Точки позиций</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Позиции</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Ядра</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Пулинг</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрытые ячейки</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Участок</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Expansions</source>
        <translation>Расширения</translation>
    </message>
    <message>
        <source>Top moments</source>
        <translation>Громкие моменты</translation>
    </message>
    <message>
        <source>Sinusoidal</source>
        <translation>Синусоидальные</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Обучаемые</translation>
    </message>
    <message>
        <source>Rotary</source>
        <translation>Вращательные</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>%1 G</source>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Около %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>параметров: %1</translation>
    </message>
    <message>
        <source>%1 multiply-adds</source>
        <translation>умножений-сложений: %1</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 на диске</translation>
    </message>
    <message>
        <source>%1 on disk (%2 free)</source>
        <translation>%1 на диске (свободно %2)</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message numerus="yes">
        <source>About %1 in total for %n trials; weaker ones stop early</source>
        <translation>
            <numerusform>Всего около %1: %n попытка, слабые заканчиваются раньше</numerusform>
            <numerusform>Всего около %1: %n попытки, слабые заканчиваются раньше</numerusform>
            <numerusform>Всего около %1: %n попыток, слабые заканчиваются раньше</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 multiply-adds per window of %2 s</source>
        <translation>умножений-сложений на окно в %2 с: %1</translation>
    </message>
    <message>
        <source>Not enough disk space: %1 needed, %2 free.</source>
        <translation>Недостаточно места на диске: нужно %1, свободно %2.</translation>
    </message>
    <message>
        <source>Training clips: %1; validation clips: %2</source>
        <translation>Фрагментов на обучение: %1; на проверку: %2</translation>
    </message>
</context>
<context>
    <name>CurvePanels</name>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>Balanced
accuracy</source>
        <translation>Сбаланс.
точность</translation>
    </message>
    <message>
        <source>Learning
rate</source>
        <translation>Скорость
обучения</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>Mean average
precision</source>
        <translation>Средняя
точность (mAP)</translation>
    </message>
    <message>
        <source>Accuracy
or mAP</source>
        <translation>Точность
или mAP</translation>
    </message>
</context>
<context>
    <name>DataSentences</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a class</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 и ещё %2</translation>
    </message>
    <message>
        <source>ESC-50</source>
        <translation>ESC-50</translation>
    </message>
    <message>
        <source>UrbanSound8K</source>
        <translation>UrbanSound8K</translation>
    </message>
    <message>
        <source>train.tsv and eval.tsv</source>
        <translation>train.tsv и eval.tsv</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>таблица</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Нет файла</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Повреждён</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Пуст</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Тишина</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Перегрузка</translation>
    </message>
    <message>
        <source>Very short</source>
        <translation>Очень короткий</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Повтор</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clips</source>
        <translation>
            <numerusform>%Ln фрагмент</numerusform>
            <numerusform>%Ln фрагмента</numerusform>
            <numerusform>%Ln фрагментов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln classes</source>
        <translation>
            <numerusform>%Ln класс</numerusform>
            <numerusform>%Ln класса</numerusform>
            <numerusform>%Ln классов</numerusform>
        </translation>
    </message>
    <message>
        <source>a label file next to each sound</source>
        <translation>файл меток рядом с каждым звуком</translation>
    </message>
    <message>
        <source>%1 (%2–%3 s)</source>
        <comment>a file, the stretch of it that is a clip</comment>
        <translation>%1 (%2–%3 с)</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Не прочитано</translation>
    </message>
    <message>
        <source>Several labels</source>
        <translation>Несколько меток</translation>
    </message>
    <message>
        <source>Tables not used</source>
        <translation>Неиспользуемые таблицы</translation>
    </message>
    <message>
        <source>Outside the file</source>
        <translation>Вне файла</translation>
    </message>
    <message>
        <source>Overlapping</source>
        <translation>Пересекаются</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Неполный</translation>
    </message>
    <message>
        <source>Opposite phase</source>
        <translation>Противофаза</translation>
    </message>
    <message>
        <source>The channels cancel each other out, so only one of them is used.</source>
        <translation>Каналы взаимно гасят друг друга, поэтому используется только один из них.</translation>
    </message>
    <message>
        <source>Unbalanced classes: %1 has %2, %3 only %4. Add clips to the smaller classes for better accuracy.</source>
        <translation>Классы неравны: у %1 %2, а у %3 только %4. Добавьте фрагменты в меньшие классы, чтобы повысить точность.</translation>
    </message>
    <message>
        <source>Few clips: %1 – fewer than %2. Use about 10 clips per class for a first test and 40 for a good model.</source>
        <translation>Мало фрагментов: %1 – меньше %2. Для первой пробы нужно около 10 фрагментов на класс, для хорошей модели — 40.</translation>
    </message>
    <message>
        <source>No background class: the model must label every sound as one of your classes. Add generated noise under Settings.</source>
        <translation>Нет класса фона: модель отнесёт любой звук к одному из ваших классов. Добавьте синтезированный шум в настройках.</translation>
    </message>
    <message>
        <source>Data leakage: %1 in two splits (%2 in %3, %4 in %5). Results would look better than they are.</source>
        <translation>Утечка: %1 (%2: %3, %4: %5). Результаты покажутся лучше, чем есть.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recordings are</source>
        <translation>
            <numerusform>%Ln запись попала на обе стороны разбиения</numerusform>
            <numerusform>%Ln записи попали на обе стороны разбиения</numerusform>
            <numerusform>%Ln записей попали на обе стороны разбиения</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>Без метки</translation>
    </message>
    <message>
        <source>File not found. Skipped during training.</source>
        <translation>Файл не найден. В обучение не войдёт.</translation>
    </message>
    <message>
        <source>The file cannot be read to the end. Skipped during training.</source>
        <translation>Файл не читается до конца. В обучение не войдёт.</translation>
    </message>
    <message>
        <source>The file contains no audio. Skipped during training.</source>
        <translation>В файле нет звука. В обучение не войдёт.</translation>
    </message>
    <message>
        <source>The file type is not supported. Skipped during training.</source>
        <translation>Файлы такого вида не поддерживаются. В обучение не войдёт.</translation>
    </message>
    <message>
        <source>The clip has no class. Skipped during training.</source>
        <translation>У фрагмента нет класса. В обучение не войдёт.</translation>
    </message>
    <message>
        <source>Skipped, unless the model is trained with several labels per clip.</source>
        <translation>Не участвуют, если модель обучается не на несколько меток для клипа.</translation>
    </message>
    <message>
        <source>These are probably names of one class. Join them, or rename one.</source>
        <translation>Вероятно, это имена одного класса. Объедините их или переименуйте один.</translation>
    </message>
    <message>
        <source>The times in the table do not match the file. Parts outside the file are skipped.</source>
        <translation>Время в таблице не подходит к файлу. Части вне файла не участвуют.</translation>
    </message>
    <message>
        <source>No audible sound. The model would learn silence as this class.</source>
        <translation>Звука не слышно. Модель выучит тишину как этот класс.</translation>
    </message>
    <message>
        <source>The recording is too loud. The model would learn the distortion.</source>
        <translation>Запись слишком громкая. Модель выучит искажения.</translation>
    </message>
    <message>
        <source>Shorter than 0.1 s. The model can learn little from it.</source>
        <translation>Короче 0,1 с. Модель мало чему научится.</translation>
    </message>
    <message>
        <source>one folder per class</source>
        <translation>папка для каждого класса</translation>
    </message>
    <message>
        <source>No clips yet</source>
        <translation>Звуков пока нет</translation>
    </message>
    <message>
        <source>Similar class names</source>
        <translation>Похожие классы</translation>
    </message>
    <message>
        <source>Labels in this table are not used.</source>
        <translation>Метки этой таблицы не действуют.</translation>
    </message>
    <message>
        <source>Part of the file is missing. The rest is used.</source>
        <translation>Части файла не хватает. Остальное используется.</translation>
    </message>
    <message>
        <source>Two clips share audio: results may look better than they are.</source>
        <translation>У двух клипов есть общий звук: результаты могут казаться лучше, чем есть.</translation>
    </message>
    <message>
        <source>The same audio as another file: results may look better than they are.</source>
        <translation>Тот же звук, что и в другом файле: результаты могут показаться лучше, чем есть.</translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message>
        <source>There are no audio files in &apos;%1&apos;.</source>
        <translation>В «%1» нет звуковых файлов.</translation>
    </message>
    <message>
        <source>Folders that cannot be read: %1, such as “%2”.</source>
        <translation>Папок, которые не удалось прочитать: %1, среди них «%2».</translation>
    </message>
    <message>
        <source>Unsupported files: %1, such as &apos;%2&apos;. Earwitness reads %3.</source>
        <translation>Не звуковых файлов: %1, среди них «%2». Earwitness читает %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a supported audio file. Earwitness reads %2.</source>
        <translation>«%1» — не звуковой файл. Earwitness читает %2.</translation>
    </message>
</context>
<context>
    <name>EventExport</name>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Таблица CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Метки Audacity (*.txt)</translation>
    </message>
    <message>
        <source>Raven selection table (*.txt)</source>
        <translation>Таблица выделений Raven (*.txt)</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Экспорт событий</translation>
    </message>
    <message>
        <source>Table for spreadsheets, no formulas (*.csv)</source>
        <translation>Таблица для электронных таблиц, без формул (*.csv)</translation>
    </message>
    <message>
        <source>events</source>
        <translation>события</translation>
    </message>
    <message>
        <source>%L1 events from %L2 files exported to &apos;%3&apos;.</source>
        <translation>Событий экспортировано: %L1 (файлов: %L2), папка «%3».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to &apos;%1&apos;.</source>
        <translation>
            <numerusform>%Ln событие экспортировано в «%1».</numerusform>
            <numerusform>%Ln события экспортировано в «%1».</numerusform>
            <numerusform>%Ln событий экспортировано в «%1».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>Not reported. %1</source>
        <translation>Не отмечено. %1</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>идёт</translation>
    </message>
</context>
<context>
    <name>FileText</name>
    <message>
        <source>Waiting (paused)</source>
        <translation>Ожидание (пауза)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Чтение</translation>
    </message>
    <message>
        <source>Waiting for the model to be ready</source>
        <translation>Ожидание готовности модели</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Анализ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Не проанализирован</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>Recorded from %1 (%2)</source>
        <translation>Запись начата %1 (%2)</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%L1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;1%</source>
        <comment>a percentage below one</comment>
        <translation>&lt;1 %</translation>
    </message>
</context>
<context>
    <name>ImportPresets</name>
    <message>
        <source>Earwitness: 16 kHz, 80 bands</source>
        <translation>Earwitness: 16 кГц, 80 полос</translation>
    </message>
    <message>
        <source>Like YAMNet: 16 kHz, 64 bands</source>
        <translation>Как YAMNet: 16 кГц, 64 полосы</translation>
    </message>
    <message>
        <source>Like PANNs: 32 kHz, 64 bands</source>
        <translation>Как PANNs: 32 кГц, 64 полосы</translation>
    </message>
    <message>
        <source>Like AST: 16 kHz, 128 bands</source>
        <translation>Как AST: 16 кГц, 128 полос</translation>
    </message>
    <message>
        <source>Like EfficientAT: 32 kHz, 128 bands</source>
        <translation>Как EfficientAT: 32 кГц, 128 полос</translation>
    </message>
</context>
<context>
    <name>MainFigure</name>
    <message>
        <source>Mean average precision</source>
        <translation>Средняя точность (mAP)</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Сбалансированная точность</translation>
    </message>
    <message>
        <source>%1 mAP</source>
        <comment>mean average precision</comment>
        <translation>%1 mAP</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>decibels</source>
        <translation>децибелы</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>натуральный логарифм</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>%1 kHz, mono</source>
        <translation>%1 кГц, моно</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Accuracy in cross-validation</source>
        <translation>Точность при перекрёстной проверке</translation>
    </message>
    <message>
        <source>Its spread over the folds</source>
        <translation>Её разброс по фолдам</translation>
    </message>
    <message>
        <source>Balanced accuracy in training</source>
        <translation>Сбалансированная точность на обучении</translation>
    </message>
    <message>
        <source>On noise and silence</source>
        <translation>На шуме и тишине</translation>
    </message>
    <message>
        <source>%1 of %2 windows</source>
        <translation>%1 из %2 окон</translation>
    </message>
    <message>
        <source>Most often confused</source>
        <translation>Чаще всего путает</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Обучена на</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разбиение</translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation>Отпечаток данных</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметров</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпох</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Сглаживание меток</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>Баланс классов</translation>
    </message>
    <message>
        <source>Background class</source>
        <translation>Класс фона</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Начальное число</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Аугментация</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation>Импортирована из</translation>
    </message>
    <message>
        <source>Input of the original</source>
        <translation>Вход исходной сети</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Отпечаток</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Short sounds</source>
        <translation>Короткие звуки</translation>
    </message>
    <message>
        <source>Taught classes</source>
        <translation>Обученные классы</translation>
    </message>
    <message>
        <source>Added to</source>
        <translation>Добавлены к</translation>
    </message>
    <message numerus="yes">
        <source>%Ln examples</source>
        <translation>
            <numerusform>%Ln пример</numerusform>
            <numerusform>%Ln примера</numerusform>
            <numerusform>%Ln примеров</numerusform>
        </translation>
    </message>
    <message>
        <source>log-mel, %1 bands from %2 to %3 Hz, FFT of %4 samples, hop of %5 ms, %6</source>
        <translation>лог-мел, полос: %1, от %2 до %3 Гц, FFT из %4 отсчётов, кадр каждые %5 мс, %6</translation>
    </message>
    <message>
        <source>one class at a time (softmax)</source>
        <translation>по одному классу за раз (softmax)</translation>
    </message>
    <message>
        <source>several classes at a time (independent)</source>
        <translation>несколько классов сразу (независимо)</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>Вход и выход</translation>
    </message>
    <message>
        <source>waveform</source>
        <translation>сама звуковая волна</translation>
    </message>
    <message>
        <source>%1 s; in files one every %2 s</source>
        <translation>%1 с, в файлах каждые %2 с</translation>
    </message>
    <message>
        <source>leading quiet is trimmed, down to %1 s</source>
        <translation>тишина в начале отсекается, до %1 с</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Balanced accuracy on clips not used for training</source>
        <translation>Сбалансированная точность на фрагментах не из обучения</translation>
    </message>
    <message>
        <source>Accuracy on these clips</source>
        <translation>Точность на них</translation>
    </message>
    <message>
        <source>Mean average precision on clips not used for training</source>
        <translation>Средняя точность (mAP) на клипах вне обучения</translation>
    </message>
    <message>
        <source>Macro F1 on these clips</source>
        <translation>Макро-F1 на них</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Ложные срабатывания</translation>
    </message>
    <message>
        <source>predicted as %1: %2</source>
        <translation>предсказано %1: %2</translation>
    </message>
    <message>
        <source>Training clips</source>
        <translation>Фрагментов на обучение</translation>
    </message>
    <message>
        <source>Validation clips</source>
        <translation>Фрагментов на проверку</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Размер батча</translation>
    </message>
    <message>
        <source>Pretrained model</source>
        <translation>Предобученная модель</translation>
    </message>
    <message>
        <source>Saved epoch</source>
        <translation>Сохранённая эпоха</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>probabilities from the network</source>
        <translation>вероятности, как их даёт сеть</translation>
    </message>
    <message>
        <source>%1 of %2, mostly detected as %3</source>
        <translation>%1 из %2, чаще всего %3</translation>
    </message>
</context>
<context>
    <name>OptionEditor</name>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Choose a file for: %1</source>
        <translation>Выбрать файл: %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Choose a folder for: %1</source>
        <translation>Выбрать папку: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>PictureKeys</name>
    <message>
        <source>+, -, Ctrl+wheel</source>
        <translation>+, -, Ctrl+колесо</translation>
    </message>
    <message>
        <source>Show less or more time</source>
        <translation>Показать меньше или больше времени</translation>
    </message>
    <message>
        <source>Left, Right, wheel</source>
        <translation>Влево, Вправо, колесо</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Page Up, Page Down</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>Shift+drag, Shift+Left, Shift+Right</source>
        <translation>Shift+перетаскивание, Shift+Влево, Shift+Вправо</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Снять выделение</translation>
    </message>
    <message>
        <source>Left, Right in the event lane</source>
        <translation>Влево, Вправо в дорожке событий</translation>
    </message>
    <message>
        <source>Step through the events</source>
        <translation>Переходить между событиями</translation>
    </message>
    <message>
        <source>Select part of the spectrogram</source>
        <translation>Выделить часть спектрограммы</translation>
    </message>
    <message>
        <source>Move the frozen spectrogram</source>
        <translation>Двигать остановленную спектрограмму</translation>
    </message>
    <message>
        <source>Move by one visible page</source>
        <translation>Сдвинуть на видимую часть</translation>
    </message>
    <message>
        <source>To the oldest or the newest audio</source>
        <translation>К самому старому звуку, к самому новому</translation>
    </message>
</context>
<context>
    <name>PictureRender</name>
    <message>
        <source>%1 dB</source>
        <translation>%1 дБ</translation>
    </message>
</context>
<context>
    <name>RunLibrary</name>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>%1, trial %2</source>
        <translation>%1, попытка %2</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Best epoch %1: %2 balanced accuracy, loss %3</source>
        <translation>Лучшая эпоха %1: сбалансированная точность %2, потери %3</translation>
    </message>
    <message>
        <source>Features: %L1 of %L2 clips</source>
        <translation>Признаки: %L1 из %L2 фрагментов</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Эпоха %1 из %2</translation>
    </message>
    <message>
        <source>step %L1 of %L2</source>
        <translation>шаг %L1 из %L2</translation>
    </message>
    <message>
        <source>%L1 clips/s</source>
        <translation>%L1 фрагм./с</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>Обучение не удалось.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Запуск…</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Приостановка…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Остановка…</translation>
    </message>
    <message>
        <source>Discarding…</source>
        <translation>Удаление…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Paused after epoch %1</source>
        <translation>Пауза после эпохи %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>%L1 parameters</source>
        <translation>параметров: %L1</translation>
    </message>
    <message>
        <source>%L1 clips in %2 classes</source>
        <translation>фрагментов: %L1, классов: %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Start with batches of %1</source>
        <translation>Начать с батчем %1</translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation>Изменить настройки…</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs in %1</source>
        <translation>
            <numerusform>%n эпоха за %1</numerusform>
            <numerusform>%n эпохи за %1</numerusform>
            <numerusform>%n эпох за %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start without %Ln broken files</source>
        <translation>
            <numerusform>Начать без %Ln повреждённого файла</numerusform>
            <numerusform>Начать без %Ln повреждённых файлов</numerusform>
            <numerusform>Начать без %Ln повреждённых файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>эпоха %1 из %2</translation>
    </message>
    <message>
        <source>There is no result before the first epoch has ended.</source>
        <translation>До конца первой эпохи результата нет.</translation>
    </message>
    <message>
        <source>The training is being prepared. Its result appears here after the first epoch.</source>
        <translation>Обучение готовится. Результат появится здесь после первой эпохи.</translation>
    </message>
    <message>
        <source>The training is in its first epoch. Its result appears here when the epoch ends.</source>
        <translation>Идёт первая эпоха обучения. Результат появится здесь, когда она закончится.</translation>
    </message>
    <message>
        <source>The training is finished, but its result is missing. “Show training” shows its curves.</source>
        <translation>Обучение закончено, но его результата нет. «Показать обучение» покажет кривые.</translation>
    </message>
    <message>
        <source>The training is paused after %1.</source>
        <translation>Обучение приостановлено: пройдена %1.</translation>
    </message>
    <message>
        <source>The training is paused.</source>
        <translation>Обучение приостановлено.</translation>
    </message>
    <message>
        <source>The training was interrupted after %1.</source>
        <translation>Обучение прервалось: пройдена %1.</translation>
    </message>
    <message>
        <source>The training was interrupted.</source>
        <translation>Обучение прервалось.</translation>
    </message>
    <message>
        <source>The training failed: %1</source>
        <translation>Обучение не удалось: %1</translation>
    </message>
    <message>
        <source>%1 %2 To continue it, choose “Show training”, then “Resume”.</source>
        <comment>what happened, what the figures are</comment>
        <translation>%1 %2 Чтобы продолжить, нажмите «Показать обучение», затем «Продолжить».</translation>
    </message>
    <message>
        <source>Start without a sandbox…</source>
        <translation>Начать без песочницы…</translation>
    </message>
    <message>
        <source>Best epoch %1: %2 mean average precision, loss %3</source>
        <translation>Лучшая эпоха %1: средняя точность (mAP) %2, потери %3</translation>
    </message>
    <message>
        <source>stopped early: no further improvement</source>
        <translation>ранняя остановка: улучшения больше нет</translation>
    </message>
    <message>
        <source>Listing the clips</source>
        <translation>Составление списка фрагментов</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Вычисление признаков</translation>
    </message>
    <message>
        <source>Free some disk space, then resume.</source>
        <translation>Освободите место на диске, затем продолжите.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прервано</translation>
    </message>
    <message>
        <source>Starting the training process</source>
        <translation>Запуск процесса обучения</translation>
    </message>
    <message>
        <source>Training was interrupted because its process was killed or the computer was turned off.</source>
        <translation>Обучение прервалось: его процесс был завершён или компьютер выключили.</translation>
    </message>
    <message>
        <source>Training was interrupted in epoch %1 because its process was killed or the computer was turned off. Completed epochs are saved.</source>
        <translation>Обучение прервалось на эпохе %1: его процесс был завершён или компьютер выключили. Завершённые эпохи сохранены.</translation>
    </message>
    <message>
        <source>The results below are from the best epoch so far.</source>
        <translation>Числа ниже относятся к лучшей из пройденных эпох.</translation>
    </message>
    <message>
        <source>The training is in progress (%1 finished). %2 The final result appears here when the training ends.</source>
        <translation>Обучение идёт (пройдена %1). %2 Окончательный результат появится здесь, когда обучение закончится.</translation>
    </message>
    <message>
        <source>%1 %2 Choose “Show training” to see possible remedies.</source>
        <comment>what happened, what the figures are</comment>
        <translation>%1 %2 Что поможет, видно по кнопке «Показать обучение».</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идёт</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прерван</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Replace file</source>
        <translation>Замена файла</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>The file “%1” already exists. Replace it?</source>
        <translation>Файл «%1» уже существует. Заменить его?</translation>
    </message>
    <message>
        <source>Its current contents will be lost.</source>
        <translation>Его нынешнее содержимое будет потеряно.</translation>
    </message>
</context>
<context>
    <name>SetDialogs</name>
    <message>
        <source>Name of the data set:</source>
        <translation>Имя набора:</translation>
    </message>
    <message>
        <source>Delete data set</source>
        <translation>Удаление набора</translation>
    </message>
    <message>
        <source>Move “%1” with all its clips to the trash?</source>
        <translation>Переместить «%1» со всеми фрагментами в корзину?</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>&amp;В корзину</translation>
    </message>
    <message>
        <source>Open folder of sounds</source>
        <translation>Открыть папку со звуками</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Открыть таблицу</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Таблицы (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>SignalWatch</name>
    <message>
        <source>Level is good.</source>
        <translation>Уровень хороший.</translation>
    </message>
    <message>
        <source>No signal. Is the microphone muted?</source>
        <translation>Нет сигнала. Микрофон отключён?</translation>
    </message>
    <message>
        <source>Quiet. Increase the gain if you expect louder sounds.</source>
        <translation>Тихо. Прибавьте усиление, если ждёте звуков громче.</translation>
    </message>
    <message>
        <source>Nearly too loud. Reduce the gain slightly.</source>
        <translation>Почти слишком громко. Немного убавьте усиление.</translation>
    </message>
    <message>
        <source>Too loud: the input clips. Reduce the gain.</source>
        <translation>Слишком громко: перегрузка. Убавьте усиление.</translation>
    </message>
</context>
<context>
    <name>SoundGroup</name>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Animals</source>
        <translation>Животные</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Музыка</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Транспорт</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Дом и быт</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Природа</translation>
    </message>
    <message>
        <source>Tools and machines</source>
        <translation>Инструменты и машины</translation>
    </message>
    <message>
        <source>Alarms and signals</source>
        <translation>Тревоги и сигналы</translation>
    </message>
    <message>
        <source>Impacts and materials</source>
        <translation>Удары и материалы</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Прочее</translation>
    </message>
</context>
<context>
    <name>SoundsPageView</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>Проверить файлы</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Фрагменты</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Next: settings</source>
        <translation>Далее: настройки</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3</source>
        <comment>what is done, how far</comment>
        <translation>%1: %L2 из %L3</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
</context>
<context>
    <name>TrainOptions</name>
    <message>
        <source>Layout</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>ESC-50</source>
        <translation>ESC-50</translation>
    </message>
    <message>
        <source>UrbanSound8K</source>
        <translation>UrbanSound8K</translation>
    </message>
    <message>
        <source>Any table</source>
        <translation>Любая таблица</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Empty: label, class or category.</source>
        <translation>Пусто: label, class или category.</translation>
    </message>
    <message>
        <source>Files outside</source>
        <translation>Файлы вне папки</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Правки</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Разбивать по</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Фолдам</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записям</translation>
    </message>
    <message>
        <source>Shared recordings</source>
        <translation>Общие записи</translation>
    </message>
    <message>
        <source>Background class</source>
        <translation>Класс фона</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Strong: mixing, shifts, averaging</source>
        <translation>Сильный: смешивание, сдвиги, усреднение</translation>
    </message>
    <message>
        <source>Live: strong, for a microphone</source>
        <translation>Микрофон: сильный, для живого звука</translation>
    </message>
    <message>
        <source>Fine-tune: few clips, from a model</source>
        <translation>Дообучение: мало фрагментов, от модели</translation>
    </message>
    <message>
        <source>Frozen epochs</source>
        <translation>Замороженные эпохи</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Архитектура</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Частота дискретизации</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Гц</translation>
    </message>
    <message>
        <source>FFT</source>
        <translation>FFT</translation>
    </message>
    <message>
        <source> samples</source>
        <translation> отсч.</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation>Мел-полосы</translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation>Нижняя частота</translation>
    </message>
    <message>
        <source>Lower edge of the first band.</source>
        <translation>Нижний край первой полосы.</translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation>Верхняя частота</translation>
    </message>
    <message>
        <source>Upper edge of the last band; at most half the sample rate.</source>
        <translation>Верхний край последней полосы; не больше половины частоты дискретизации.</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>Логарифм</translation>
    </message>
    <message>
        <source>Of the power in a band.</source>
        <translation>От мощности в полосе.</translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation>Децибелы</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Натуральный</translation>
    </message>
    <message>
        <source>Floor of the power</source>
        <translation>Нижний предел мощности</translation>
    </message>
    <message>
        <source>Offset of the power</source>
        <translation>Смещение мощности</translation>
    </message>
    <message>
        <source>Added before the logarithm.</source>
        <translation>Прибавляется перед логарифмом.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>Passes over the training clips.</source>
        <translation>Проходы по обучающим фрагментам.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Размер батча</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Cosine: falls epoch by epoch</source>
        <translation>Косинус: падает от эпохи к эпохе</translation>
    </message>
    <message>
        <source>One cycle: rises, then falls</source>
        <translation>Один цикл: растёт, затем падает</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Постоянная</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Разогрев</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>Decay weights only</source>
        <translation>Только веса</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Сглаживание меток</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Процессор</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Видеокарта NVIDIA</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>все ядра</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Начальное число</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Search trials</source>
        <translation>Попытки подбора</translation>
    </message>
    <message>
        <source>Data and split</source>
        <translation>Данные и разбиение</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Features and window</source>
        <translation>Признаки и окно</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>Оптимизация</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>Регуляризация</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Аугментация</translation>
    </message>
    <message>
        <source>Machine and search</source>
        <translation>Машина и подбор</translation>
    </message>
    <message>
        <source>A label file next to each sound</source>
        <translation>Файл меток рядом с каждым звуком</translation>
    </message>
    <message>
        <source>Label separator</source>
        <translation>Разделитель меток</translation>
    </message>
    <message>
        <source>Join classes that look alike</source>
        <translation>Объединить похожие классы</translation>
    </message>
    <message>
        <source>Names that differ in case, blanks or Unicode form only are one class.</source>
        <translation>Названия, которые различаются только регистром, пробелами или формой Юникода, – один класс.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Of files that have several: mean, left, right, or its number from 1.</source>
        <translation>У файлов с несколькими каналами: mean (среднее), left (левый), right (правый) или номер, начиная с 1.</translation>
    </message>
    <message>
        <source>Head: the last layer alone, from a model</source>
        <translation>Голова: только последний слой, от модели</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>Замороженные слои</translation>
    </message>
    <message>
        <source>Backbone: all but the last layer</source>
        <translation>Основа: все слои, кроме последнего</translation>
    </message>
    <message>
        <source>Backbone learning rate</source>
        <translation>Скорость обучения основы</translation>
    </message>
    <message>
        <source>Keep batch norms</source>
        <translation>Сохранять нормировку пакетов</translation>
    </message>
    <message>
        <source>Labels per clip</source>
        <translation>Меток для клипа</translation>
    </message>
    <message>
        <source>With several, clips keep all their labels, and the model names several sounds at once.</source>
        <translation>Если несколько, клипы сохраняют все свои метки, а модель называет несколько звуков сразу.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Одна</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Несколько</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Учителя</translation>
    </message>
    <message>
        <source>Models whose answers are learned as well as the labels. Their labels must have the same names.</source>
        <translation>Модели, чьи ответы изучаются наряду с метками. Их метки должны называться так же.</translation>
    </message>
    <message>
        <source>Teacher share</source>
        <translation>Доля учителей</translation>
    </message>
    <message>
        <source>Share of the teachers&apos; answers in the loss; labels have the rest.</source>
        <translation>Доля ответов учителей в функции потерь; остальное приходится на метки.</translation>
    </message>
    <message>
        <source>Teacher temperature</source>
        <translation>Температура учителей</translation>
    </message>
    <message>
        <source>Divides all logits before answers are compared. Higher is softer.</source>
        <translation>На неё делятся все логиты перед сравнением ответов. Чем выше, тем мягче.</translation>
    </message>
    <message>
        <source>Teacher versions</source>
        <translation>Варианты для учителей</translation>
    </message>
    <message>
        <source>Augmented versions of each clip that the teachers listen to. Each takes disk space.</source>
        <translation>Аугментированные варианты каждого фрагмента, которые слушают учителя. Каждый занимает место на диске.</translation>
    </message>
    <message>
        <source>Clips without labels</source>
        <translation>Фрагменты без меток</translation>
    </message>
    <message>
        <source>Folders of clips for which the teachers answer.</source>
        <translation>Папки с фрагментами, на которые отвечают учителя.</translation>
    </message>
    <message>
        <source>How the folder is organised. Normally detected automatically.</source>
        <translation>Как устроена папка. Обычно определяется автоматически.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>One folder per class</source>
        <translation>Папка для каждого класса</translation>
    </message>
    <message>
        <source>Baseline: train.tsv, eval.tsv</source>
        <translation>Базовая: train.tsv, eval.tsv</translation>
    </message>
    <message>
        <source>The table of clips in the data set&apos;s folder. Empty: the only table there.</source>
        <translation>Таблица фрагментов в папке набора данных. Пусто: единственная таблица в ней.</translation>
    </message>
    <message>
        <source>File column</source>
        <translation>Столбец файлов</translation>
    </message>
    <message>
        <source>Empty: path, file, filename, audio or similar.</source>
        <translation>Пусто: path, file, filename, audio и подобные.</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>Столбец меток</translation>
    </message>
    <message>
        <source>Fold column</source>
        <translation>Столбец фолдов</translation>
    </message>
    <message>
        <source>Empty: fold, if the table has it.</source>
        <translation>Пусто: fold, если он есть.</translation>
    </message>
    <message>
        <source>Split column</source>
        <translation>Столбец разбиения</translation>
    </message>
    <message>
        <source>Contains train, val or test. Empty: split, if the table has it.</source>
        <translation>В нём train, val или test. Пусто: split, если он есть.</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>Столбец источников</translation>
    </message>
    <message>
        <source>The recording that a clip was cut from. Empty: source, if the table has it.</source>
        <translation>Запись, из которой вырезан фрагмент. Пусто: source, если он есть.</translation>
    </message>
    <message>
        <source>Start column</source>
        <translation>Столбец начал</translation>
    </message>
    <message>
        <source>Start of a clip in its file. Empty: start, onset or similar.</source>
        <translation>Где в файле начинается фрагмент. Пусто: start, onset и подобные.</translation>
    </message>
    <message>
        <source>End column</source>
        <translation>Столбец концов</translation>
    </message>
    <message>
        <source>End of a clip in its file. Empty: end, offset or similar.</source>
        <translation>Где в файле кончается фрагмент. Пусто: end, offset и подобные.</translation>
    </message>
    <message>
        <source>Separates several labels in a cell. Empty: detected automatically. none: one label per cell.</source>
        <translation>Разделяет несколько меток в ячейке. Пусто: определяется автоматически. none: одна метка в ячейке.</translation>
    </message>
    <message>
        <source>Uses files outside the data set&apos;s folder, too.</source>
        <translation>Брать файлы, лежащие вне папки набора данных.</translation>
    </message>
    <message>
        <source>A file of clips that were relabelled or excluded.</source>
        <translation>Файл с фрагментами, у которых другая метка или которые исключены.</translation>
    </message>
    <message>
        <source>How clips are divided into training and validation sets.</source>
        <translation>Как фрагменты делятся на обучающие и проверочные.</translation>
    </message>
    <message>
        <source>As defined by the data set</source>
        <translation>Как задано в наборе данных</translation>
    </message>
    <message>
        <source>Its train and val sets</source>
        <translation>Его train и val</translation>
    </message>
    <message>
        <source>A fraction of each class</source>
        <translation>Доле каждого класса</translation>
    </message>
    <message>
        <source>Training folds</source>
        <translation>Фолды для обучения</translation>
    </message>
    <message>
        <source>For example 1, 2, 3. Empty: all folds but the validation folds.</source>
        <translation>Например 1, 2, 3. Пусто: все, кроме проверочных.</translation>
    </message>
    <message>
        <source>Validation folds</source>
        <translation>Фолды для проверки</translation>
    </message>
    <message>
        <source>For example 4. Empty: the last fold, or none if training folds are given.</source>
        <translation>Например 4. Пусто: последний или никакой, если заданы обучающие.</translation>
    </message>
    <message>
        <source>Validation fraction</source>
        <translation>Доля для проверки</translation>
    </message>
    <message>
        <source>Of each class, if there are no folds.</source>
        <translation>Каждого класса, если фолдов нет.</translation>
    </message>
    <message>
        <source>Allows clips of one recording in both training and validation. Makes results look better than they are.</source>
        <translation>Допускает фрагменты одной записи и в обучении, и в проверке. Результаты выглядят лучше, чем есть.</translation>
    </message>
    <message>
        <source>Adds a class of generated noise, hum and silence to reduce false alarms.</source>
        <translation>Добавляет класс из синтезированного шума, гула и тишины, чтобы уменьшить число ложных срабатываний.</translation>
    </message>
    <message>
        <source>Presets for optimisation, regularisation and augmentation.</source>
        <translation>Готовые настройки оптимизации, регуляризации и аугментации.</translation>
    </message>
    <message>
        <source>Baseline: masks, AdamW, cosine</source>
        <translation>Базовый: маски, AdamW, косинус</translation>
    </message>
    <message>
        <source>Pretrained model</source>
        <translation>Предобученная модель</translation>
    </message>
    <message>
        <source>Training starts from its weights where layers match, and uses its architecture.</source>
        <translation>Обучение начинается с её весов, где слои совпадают, и использует её архитектуру.</translation>
    </message>
    <message>
        <source>Layers that keep the weights of the pretrained model. With a frozen backbone, training takes seconds and cannot augment clips.</source>
        <translation>Слои, которые сохраняют веса исходной модели. С замороженной основой обучение длится секунды, но аугментация клипов невозможна.</translation>
    </message>
    <message>
        <source>Number of initial epochs in which only the new layers are trained. Needs a pretrained model.</source>
        <translation>Сколько первых эпох обучаются только новые слои. Нужна предобученная модель.</translation>
    </message>
    <message>
        <source>Fraction of the learning rate for all layers but the last one. Below 1, they stay near the pretrained model.</source>
        <translation>Доля скорости обучения для всех слоёв, кроме последнего. Меньше 1: они остаются близко к исходной модели.</translation>
    </message>
    <message>
        <source>Batch norms keep the statistics of the pretrained model.</source>
        <translation>Слои пакетной нормировки сохраняют статистику исходной модели.</translation>
    </message>
    <message>
        <source>The type of network. Its sizes are below.</source>
        <translation>Вид сети. Её размеры ниже.</translation>
    </message>
    <message>
        <source>Length of audio that the network analyses at a time.</source>
        <translation>Длина звука, который сеть получает за раз.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>Audio is resampled to this rate.</source>
        <translation>К ней приводятся звуки.</translation>
    </message>
    <message>
        <source>FFT length (even). Longer: finer frequency resolution. Shorter: finer time resolution.</source>
        <translation>Длина FFT (чётная). Больше: точнее по частоте. Меньше: точнее по времени.</translation>
    </message>
    <message>
        <source>Step from one frame to the next. At most the FFT length.</source>
        <translation>Шаг от кадра до кадра. Не больше длины FFT.</translation>
    </message>
    <message>
        <source>Rows of the spectrogram that the network sees.</source>
        <translation>Строки спектрограммы, которую видит сеть.</translation>
    </message>
    <message>
        <source>Lower values are raised to this.</source>
        <translation>Меньшие значения поднимаются до этого.</translation>
    </message>
    <message>
        <source>Clips per training step. Smaller batches need less memory.</source>
        <translation>Фрагментов в шаге обучения. Меньше — меньше памяти.</translation>
    </message>
    <message>
        <source>Peak learning rate of the schedule.</source>
        <translation>Наибольшая за расписание.</translation>
    </message>
    <message>
        <source>How the learning rate changes during training.</source>
        <translation>Как меняется скорость обучения.</translation>
    </message>
    <message>
        <source>Fraction of the steps in which the one-cycle learning rate rises.</source>
        <translation>Доля шагов, в которых растёт скорость обучения одного цикла.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Ограничение градиента</translation>
    </message>
    <message>
        <source>Gradients with a larger norm are scaled down to it.</source>
        <translation>Градиенты с большей нормой уменьшаются до неё.</translation>
    </message>
    <message>
        <source>Weight averaging (EMA)</source>
        <translation>Экспоненциальное усреднение весов</translation>
    </message>
    <message>
        <source>Decay of the running average that becomes the model. Values near 1 average slowly.</source>
        <translation>Затухание скользящего среднего, которое станет моделью. Близкие к 1 значения усредняют медленно.</translation>
    </message>
    <message>
        <source>Early stopping patience</source>
        <translation>Терпение ранней остановки</translation>
    </message>
    <message>
        <source>Stops training after this many epochs without improvement.</source>
        <translation>Останавливает обучение после стольких эпох без улучшения.</translation>
    </message>
    <message>
        <source>Weight decay of AdamW. Keeps weights small.</source>
        <translation>Затухание весов AdamW. Держит веса малыми.</translation>
    </message>
    <message>
        <source>No weight decay for biases and normalisation layers.</source>
        <translation>Без затухания весов для смещений и слоёв нормировки.</translation>
    </message>
    <message>
        <source>Fraction of a target that is spread over all classes.</source>
        <translation>Доля цели, размазанная по всем классам.</translation>
    </message>
    <message>
        <source>Class balancing</source>
        <translation>Балансировка классов</translation>
    </message>
    <message>
        <source>How to treat classes of different sizes.</source>
        <translation>Что делать, если классы разного размера.</translation>
    </message>
    <message>
        <source>Oversampling: each class equally often</source>
        <translation>Чаще брать редкие: все классы одинаково часто</translation>
    </message>
    <message>
        <source>Loss weights: rare classes count more</source>
        <translation>Веса потерь: редкие классы весят больше</translation>
    </message>
    <message>
        <source>Hardware to train on.</source>
        <translation>Оборудование для обучения.</translation>
    </message>
    <message>
        <source>Fewer threads leave more for other programs.</source>
        <translation>Меньше потоков — больше ресурсов другим программам.</translation>
    </message>
    <message>
        <source>Determines all random choices. The same seed gives the same run.</source>
        <translation>Определяет все случайности. То же число даёт тот же запуск.</translation>
    </message>
    <message>
        <source>Number of settings to try and rank (successive halving).</source>
        <translation>Сколько настроек испытать и ранжировать (с отсеиванием по половине).</translation>
    </message>
    <message>
        <source>16-bit numbers, if the processor supports them: faster, slightly less accurate.</source>
        <translation>16-битные числа, если процессор их поддерживает: быстрее, чуть менее точно.</translation>
    </message>
</context>
<context>
    <name>TrainPresets</name>
    <message>
        <source>Quick look</source>
        <translation>Быстрая проба</translation>
    </message>
    <message>
        <source>Best small model</source>
        <translation>Лучшая малая модель</translation>
    </message>
    <message>
        <source>The bundled model&apos;s network, trained long with strong augmentation. Takes a while.</source>
        <translation>Сеть встроенной модели, долгое обучение с сильной аугментацией. Нескоро.</translation>
    </message>
    <message>
        <source>From a pretrained network: few clips</source>
        <translation>От предобученной сети: мало клипов</translation>
    </message>
    <message>
        <source>From a pretrained network, fine-tuned</source>
        <translation>От предобученной сети, с дообучением</translation>
    </message>
    <message>
        <source>Trains only the last layer of a network that knows many sounds. Takes seconds.</source>
        <translation>Обучает только последний слой сети, которая знает много звуков. Занимает секунды.</translation>
    </message>
    <message>
        <source>Starts from a network that knows many sounds, and trains all of it. Takes a while.</source>
        <translation>Начинает с сети, которая знает много звуков, и обучает её целиком. Занимает время.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Базовые настройки</translation>
    </message>
    <message>
        <source>A small network that trains in a minute or two. Shows whether your sounds can be told apart.</source>
        <translation>Маленькая сеть, обучается минуту-две. Покажет, различимы ли ваши звуки.</translation>
    </message>
    <message>
        <source>The reference network and settings, for comparison.</source>
        <translation>Эталонные сеть и настройки, для сравнения.</translation>
    </message>
</context>
<context>
    <name>UnconfinedQuestion</name>
    <message>
        <source>No sandbox for this model</source>
        <translation>Нет песочницы для этой модели</translation>
    </message>
    <message>
        <source>This system cannot run “%1” in a sandbox.</source>
        <translation>Эта система не может запустить «%1» в песочнице.</translation>
    </message>
    <message>
        <source>Without a sandbox, the model can read, change and delete all your files, start programs and use the network. Run it only if you trust whoever made it.</source>
        <translation>Без песочницы модель может читать, изменять и удалять все ваши файлы, запускать программы и пользоваться сетью. Запускайте её, только если доверяете её автору.</translation>
    </message>
    <message>
        <source>&amp;Run without a sandbox</source>
        <translation>&amp;Запустить без песочницы</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Открыть звуковые файлы</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Открыть &amp;папку…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open the audio files of a folder</source>
        <translation>Открыть звуковые файлы из папки</translation>
    </message>
    <message>
        <source>&amp;Export events…</source>
        <translation>&amp;Экспорт событий…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Save the list of events as CSV, JSON Lines, Audacity labels or a Raven selection table</source>
        <translation>Сохранить список событий как CSV, JSON Lines, метки Audacity или таблицу выделений Raven</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>&amp;Слушать</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>С&amp;топ-кадр</translation>
    </message>
    <message>
        <source>&amp;Jump to now</source>
        <translation>К текущему &amp;моменту</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Record &amp;everything</source>
        <translation>&amp;Записывать всё</translation>
    </message>
    <message>
        <source>Look for new &amp;microphones</source>
        <translation>Искать микро&amp;фоны</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>&amp;Wrong</source>
        <translation>&amp;Неверно</translation>
    </message>
    <message>
        <source>&amp;Next to review</source>
        <translation>&amp;Следующее непроверенное</translation>
    </message>
    <message>
        <source>&amp;Play event</source>
        <translation>&amp;Прослушать</translation>
    </message>
    <message>
        <source>Play the selected event</source>
        <translation>Воспроизвести выбранное событие</translation>
    </message>
    <message>
        <source>Send to &amp;data set…</source>
        <translation>В набор &amp;данных…</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;Suggest thresholds…</source>
        <translation>Предло&amp;жить пороги…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Undo review</source>
        <translation>&amp;Отменить проверку</translation>
    </message>
    <message>
        <source>Red&amp;o review</source>
        <translation>Вернуть п&amp;роверку</translation>
    </message>
    <message>
        <source>&amp;Train a model…</source>
        <translation>О&amp;бучить модель…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Train a model from a folder of sounds, or from your own recordings</source>
        <translation>Обучить модель по папке со звуками или по своим записям</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучить</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;История…</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>&amp;About Earwitness</source>
        <translation>&amp;О программе Earwitness</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Микрофон</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;События</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>М&amp;одель</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>С&amp;правка</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Светлая</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Прослушивание</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>&amp;Teach…</source>
        <translation>О&amp;бучить…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Taught so&amp;unds…</source>
        <translation>&amp;Выученные звуки…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+U</source>
        <translation>Ctrl+Shift+U</translation>
    </message>
    <message>
        <source>Measure &amp;room noise</source>
        <translation>&amp;Измерить шум помещения</translation>
    </message>
    <message>
        <source>Measure the background noise for 20 seconds. Sounds no louder than it are not reported.</source>
        <translation>Измерить фоновый шум за 20 секунд. О звуках не громче него не сообщается.</translation>
    </message>
    <message>
        <source>Save the live spectrogram as a PNG image</source>
        <translation>Сохранить живую спектрограмму как PNG</translation>
    </message>
    <message>
        <source>Freeze the live spectrogram to scroll back. Listening continues.</source>
        <translation>Остановить спектрограмму, чтобы прокрутить назад. Прослушивание продолжается.</translation>
    </message>
    <message>
        <source>Return to the live view</source>
        <translation>Вернуться к живой спектрограмме</translation>
    </message>
    <message>
        <source>&amp;Play selection</source>
        <translation>&amp;Воспроизвести выделенное</translation>
    </message>
    <message>
        <source>Play the selected part of the live spectrogram</source>
        <translation>Воспроизвести отрезок, выделенный на живой спектрограмме</translation>
    </message>
    <message>
        <source>&amp;Save selection…</source>
        <translation>Со&amp;хранить выделенное…</translation>
    </message>
    <message>
        <source>Save the selected part of the live spectrogram as WAV or FLAC</source>
        <translation>Сохранить отрезок, выделенный на живой спектрограмме, как WAV или FLAC</translation>
    </message>
    <message>
        <source>Record de&amp;tected sounds</source>
        <translation>Записывать со&amp;бытия</translation>
    </message>
    <message>
        <source>Record all sound continuously</source>
        <translation>Непрерывно записывать весь звук</translation>
    </message>
    <message>
        <source>Look for newly connected microphones. Listening pauses for a moment.</source>
        <translation>Найти только что подключённые микрофоны. Прослушивание на миг прервётся.</translation>
    </message>
    <message>
        <source>Co&amp;rrect</source>
        <translation>&amp;Верно</translation>
    </message>
    <message>
        <source>Mark the selected event as correct</source>
        <translation>Отметить выбранное событие как верное</translation>
    </message>
    <message>
        <source>Mark the selected event as a false alarm</source>
        <translation>Отметить выбранное событие как ложное срабатывание</translation>
    </message>
    <message>
        <source>Change &amp;label…</source>
        <translation>Изменить &amp;метку…</translation>
    </message>
    <message>
        <source>Give the selected event a different label</source>
        <translation>Дать выбранному событию другую метку</translation>
    </message>
    <message>
        <source>Go to the next older event without a review</source>
        <translation>Выбрать следующее, более старое непроверенное событие</translation>
    </message>
    <message>
        <source>W&amp;hy was this (not) reported?</source>
        <translation>По&amp;чему (не) отмечено?</translation>
    </message>
    <message>
        <source>Compare scores with thresholds at the selected event or time</source>
        <translation>Сравнить оценки с порогами у выбранного события или момента</translation>
    </message>
    <message>
        <source>Teach the model the selected sound: a part of the live spectrogram or of a file, or an event</source>
        <translation>Научить модель выбранному звуку: части живой картины или файла либо событию</translation>
    </message>
    <message>
        <source>Save the selected events, or the selected part of the spectrogram, as labelled clips</source>
        <translation>Сохранить выбранные события или выделенный отрезок как фрагменты с метками</translation>
    </message>
    <message>
        <source>Suggest thresholds and minimum durations from your reviews</source>
        <translation>Предложить пороги и длительности по вашей проверке</translation>
    </message>
    <message>
        <source>Search and count all stored events</source>
        <translation>Поиск и подсчёт всех сохранённых событий</translation>
    </message>
    <message>
        <source>Save &amp;image…</source>
        <translation>Сохранить и&amp;зображение…</translation>
    </message>
    <message>
        <source>Start or stop listening</source>
        <translation>Слушать или остановиться</translation>
    </message>
    <message>
        <source>Save a clip of each event, with some audio before and after it</source>
        <translation>Сохранять фрагмент каждого события с небольшим запасом</translation>
    </message>
    <message>
        <source>List, play and remove taught sounds</source>
        <translation>Показать, прослушать и удалить то, чему научена модель</translation>
    </message>
    <message>
        <source>Show &amp;log…</source>
        <translation>Показать &amp;журнал…</translation>
    </message>
    <message>
        <source>Show what Earwitness has logged</source>
        <translation>Показать, что Earwitness записал в журнал</translation>
    </message>
    <message>
        <source>&amp;Copy report…</source>
        <translation>&amp;Скопировать отчёт…</translation>
    </message>
    <message>
        <source>Copy versions, devices, model and log for a report about a problem</source>
        <translation>Скопировать версии, устройства, модель и журнал, чтобы сообщить о проблеме</translation>
    </message>
    <message>
        <source>Cl&amp;ear review</source>
        <translation>Сн&amp;ять проверку</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>Показать в п&amp;апке</translation>
    </message>
    <message>
        <source>Show the clip or the file of the selected event in its folder</source>
        <translation>Показать фрагмент или файл выбранного события в его папке</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AlertTester</name>
    <message>
        <source>Test alert</source>
        <translation>Пробное оповещение</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AlertsPage</name>
    <message>
        <source>Test</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Проверить %1</translation>
    </message>
    <message>
        <source>Desktop &amp;notification</source>
        <translation>&amp;Уведомление рабочего стола</translation>
    </message>
    <message>
        <source>the desktop notification</source>
        <translation>уведомление рабочего стола</translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation>&amp;Звук</translation>
    </message>
    <message>
        <source>the sound</source>
        <translation>звук</translation>
    </message>
    <message>
        <source>program &quot;an argument&quot; another</source>
        <translation>программа &quot;один аргумент&quot; другой</translation>
    </message>
    <message>
        <source>the command</source>
        <translation>команду</translation>
    </message>
    <message>
        <source>Comm&amp;and:</source>
        <translation>К&amp;оманда:</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Quiet hours from</source>
        <translation>&amp;Тихие часы с</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>Начало тихих часов</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>Конец тихих часов</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from a time to a time</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Часть имени</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Найти:</translation>
    </message>
    <message>
        <source>Clas&amp;ses:</source>
        <translation>Класс&amp;ы:</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Кавычка не закрыта.</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Отправлено.</translation>
    </message>
    <message>
        <source>Repeat &amp;delay:</source>
        <translation>&amp;Повтор через:</translation>
    </message>
    <message>
        <source>Time before the same class can alert again. Its events are still detected and listed.</source>
        <translation>Через сколько времени класс сможет оповестить снова. События по-прежнему отмечаются.</translation>
    </message>
    <message>
        <source>Alert methods</source>
        <translation>Способы оповещения</translation>
    </message>
    <message>
        <source>One notification per class. A new alert replaces the previous one.</source>
        <translation>По одному уведомлению на класс. Новое заменяет прежнее.</translation>
    </message>
    <message>
        <source>Two soft tones. The microphone may pick them up.</source>
        <translation>Два мягких тона. Микрофон может услышать и их.</translation>
    </message>
    <message>
        <source>Started without a shell. Receives the alert as JSON on its standard input and in EARWITNESS_LABEL, _SCORE and _TIME. Stopped after ten seconds.</source>
        <translation>Запускается без оболочки. Получает оповещение как JSON на стандартном входе и в EARWITNESS_LABEL, _SCORE и _TIME. Останавливается через десять секунд.</translation>
    </message>
    <message>
        <source>the webhook</source>
        <translation>веб-хук</translation>
    </message>
    <message>
        <source>&amp;Webhook:</source>
        <translation>&amp;Веб-хук:</translation>
    </message>
    <message>
        <source>The same JSON is sent to this address. Empty: nothing leaves this computer.</source>
        <translation>Тот же JSON отправляется по этому адресу. Пусто: ничто не покидает этот компьютер.</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Для каких классов</translation>
    </message>
    <message>
        <source>Press Space to tick the selected class.</source>
        <translation>Чтобы отметить выбранный класс, нажмите пробел.</translation>
    </message>
    <message>
        <source>Start and end are the same, so quiet hours never apply.</source>
        <translation>Начало и конец совпадают, поэтому тихих часов нет.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Отправляется…</translation>
    </message>
    <message>
        <source>No alerts between these times. Events are still listed.</source>
        <translation>Между этими часами оповещений нет; события всё равно попадают в список.</translation>
    </message>
    <message>
        <source>Enter a web address that begins with http:// or https:// and a name.</source>
        <translation>Веб-адрес начинается с http:// или https:// и имени.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationEditor</name>
    <message>
        <source>Reset: %1</source>
        <translation>Сбросить: %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Добавить шаг</translation>
    </message>
    <message>
        <source>Steps ●</source>
        <translation>Шаги ●</translation>
    </message>
    <message>
        <source>augmentation steps</source>
        <translation>шаги аугментации</translation>
    </message>
    <message>
        <source>No augmentation: the network sees unmodified clips.</source>
        <translation>Без аугментации: сеть видит неизменённые фрагменты.</translation>
    </message>
    <message>
        <source>Steps modify the training clips in this order, differently in each epoch.</source>
        <translation>Шаги изменяют обучающие фрагменты в этом порядке, в каждой эпохе по-разному.</translation>
    </message>
    <message>
        <source>Resets the steps to those of the preset</source>
        <translation>Вернуть шаги пресета</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationPreview</name>
    <message>
        <source>Log-mel before</source>
        <translation>Лог-мел до</translation>
    </message>
    <message>
        <source>Log-mel after</source>
        <translation>Лог-мел после</translation>
    </message>
    <message>
        <source>Next &amp;clip</source>
        <translation>&amp;Другой фрагмент</translation>
    </message>
    <message>
        <source>Before: %1, %2</source>
        <translation>До: %1, %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>After: %1, %2</source>
        <translation>После: %1, %2</translation>
    </message>
    <message>
        <source>New &amp;random values</source>
        <translation>Новые &amp;случайные числа</translation>
    </message>
    <message>
        <source>Shows another clip of the data set</source>
        <translation>Показывает другой звук из набора данных</translation>
    </message>
    <message>
        <source>The same clip with other random values</source>
        <translation>Тот же звук с другими случайными числами</translation>
    </message>
    <message>
        <source>Choose sounds to preview the effect of the steps.</source>
        <translation>Выберите звуки, чтобы увидеть, что с ними делают шаги.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationStepRow</name>
    <message>
        <source>dB</source>
        <translation>дБ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>От %1 до %2</translation>
    </message>
    <message>
        <source>Unknown to this version of Earwitness.</source>
        <translation>Неизвестно этой версии Earwitness.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::BatchPane</name>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Отменить всё</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Find files</source>
        <translation>Найти файлы</translation>
    </message>
    <message>
        <source>Progress of all files</source>
        <translation>Ход анализа всех файлов</translation>
    </message>
    <message>
        <source>Stop analysing all files</source>
        <translation>Остановить анализ всех файлов</translation>
    </message>
    <message>
        <source>Analyse the files that were cancelled or failed</source>
        <translation>Анализировать отменённые и неудавшиеся файлы</translation>
    </message>
    <message>
        <source>Show over time</source>
        <translation>Показать во времени</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Анализировать снова</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Открыть другой программой</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>No program was found that opens &apos;%1&apos;.</source>
        <translation>Не нашлось программы, которая открывает «%1».</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Не проанализированы</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>Looking for audio files: %L1 found</source>
        <translation>Поиск звуковых файлов: найдено %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 из %L2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>%L1 not analysed</source>
        <translation>не проанализировано: %L1</translation>
    </message>
    <message>
        <source>%L1 cancelled</source>
        <translation>отменено: %L1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Find by name or class</source>
        <translation>Найти по имени или классу</translation>
    </message>
    <message>
        <source>Pause the analysis; resume it later from the same point</source>
        <translation>Приостановить анализ, чтобы позже продолжить с того же места</translation>
    </message>
    <message>
        <source>Export the detected events to a file</source>
        <translation>Экспортировать найденные события в файл</translation>
    </message>
    <message>
        <source>With events</source>
        <translation>С событиями</translation>
    </message>
    <message>
        <source>Filter of the list of files</source>
        <translation>Какие файлы в списке</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ByteSizeEdit</name>
    <message>
        <source>MiB</source>
        <translation>МиБ</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>ГиБ</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>ТиБ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>КиБ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln байт</numerusform>
            <numerusform>%Ln байта</numerusform>
            <numerusform>%Ln байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ChannelBox</name>
    <message>
        <source>Number of the channel</source>
        <translation>Номер канала</translation>
    </message>
    <message>
        <source>Mean of all channels</source>
        <translation>Среднее всех каналов</translation>
    </message>
    <message>
        <source>Left channel</source>
        <translation>Левый канал</translation>
    </message>
    <message>
        <source>Right channel</source>
        <translation>Правый канал</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassActions</name>
    <message>
        <source>&amp;New class…</source>
        <translation>&amp;Новый класс…</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>З&amp;аписать…</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Delete class</source>
        <translation>Удалить класс</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Новый класс</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>Переименовать класс</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Имя:</translation>
    </message>
    <message>
        <source>Add sounds</source>
        <translation>Добавить звуки</translation>
    </message>
    <message>
        <source>Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</source>
        <translation>Звук (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Rename the selected class (F2)</source>
        <translation>Переименовать выбранный класс (F2)</translation>
    </message>
    <message>
        <source>Move the selected class and its clips to the trash</source>
        <translation>Переместить выбранный класс и его фрагменты в корзину</translation>
    </message>
    <message>
        <source>Class name, such as “doorbell”:</source>
        <translation>Имя класса, например «дверной звонок»:</translation>
    </message>
    <message>
        <source>Record sounds for the selected class (R)</source>
        <translation>Записать звуки для выбранного класса (R)</translation>
    </message>
    <message>
        <source>Copy sounds into the selected class</source>
        <translation>Скопировать звуки в выбранный класс</translation>
    </message>
    <message>
        <source>Add a class of sounds to recognise (Ctrl+N)</source>
        <translation>Добавить класс звуков для распознавания (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassCard</name>
    <message>
        <source>Record, or drop sounds here</source>
        <translation>Запишите или перетащите звуки сюда</translation>
    </message>
    <message>
        <source>Record background</source>
        <translation>Записать фон</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassColumn</name>
    <message>
        <source>Find a class</source>
        <translation>Найти класс</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Show all classes, including ignored ones</source>
        <translation>Показать все классы, в том числе игнорируемые</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassFiguresTable</name>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Фрагменты</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Полнота</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Среднее гармоническое точности и полноты</translation>
    </message>
    <message>
        <source>Actual class of the clips</source>
        <translation>Класс фрагментов на деле</translation>
    </message>
    <message>
        <source>Number of validation clips</source>
        <translation>Число проверочных фрагментов</translation>
    </message>
    <message>
        <source>Fraction of clips predicted as this class that are correct</source>
        <translation>Доля верных среди фрагментов, предсказанных как этот класс</translation>
    </message>
    <message>
        <source>Fraction of clips of this class that were recognised</source>
        <translation>Доля распознанных среди фрагментов этого класса</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassModel</name>
    <message>
        <source>%1, %2</source>
        <comment>a class, its clips</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clips</source>
        <translation>
            <numerusform>%Ln фрагм.</numerusform>
            <numerusform>%Ln фрагм.</numerusform>
            <numerusform>%Ln фрагм.</numerusform>
        </translation>
    </message>
    <message>
        <source>no clips yet</source>
        <translation>звуков пока нет</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassPanel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Pin: always show it here</source>
        <translation>&amp;Закрепить: всегда показывать здесь</translation>
    </message>
    <message>
        <source>Use the &amp;model&apos;s threshold</source>
        <translation>Взять порог &amp;модели</translation>
    </message>
    <message>
        <source> (the model&apos;s threshold)</source>
        <translation> (порог модели)</translation>
    </message>
    <message numerus="yes">
        <source>Ignore all %n classes of the &amp;group “%1”</source>
        <translation>
            <numerusform>Скрыть %n класс &amp;группы «%1»</numerusform>
            <numerusform>Скрыть все %n класса &amp;группы «%1»</numerusform>
            <numerusform>Скрыть все %n классов &amp;группы «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Also over the threshold: %1</source>
        <translation>Выше порога также: %1</translation>
    </message>
    <message>
        <source>No class is over its threshold.</source>
        <translation>Ни один класс не выше порога.</translation>
    </message>
    <message>
        <source>%1
Highest score in the file %2, threshold %3%4</source>
        <translation>%1
Наибольшая оценка в файле %2, порог %3%4</translation>
    </message>
    <message>
        <source>Over the threshold, but without an event.</source>
        <translation>Выше порога, но события нет.</translation>
    </message>
    <message>
        <source>Ignore t&amp;his class: no events, alerts or clips</source>
        <translation>&amp;Игнорировать класс: без событий, оповещений и записей</translation>
    </message>
    <message>
        <source>Ignored: this class produces no events.</source>
        <translation>Игнорируется: событий не даёт.</translation>
    </message>
    <message>
        <source>Drag the triangle to change the threshold.</source>
        <translation>Перетащите треугольник, чтобы изменить порог.</translation>
    </message>
    <message>
        <source>%1: threshold %2</source>
        <translation>%1: порог %2</translation>
    </message>
    <message>
        <source>%1
Score %2, threshold %3%4</source>
        <translation>%1
Оценка %2, порог %3%4</translation>
    </message>
    <message>
        <source>Current classes</source>
        <translation>Классы сейчас</translation>
    </message>
    <message>
        <source>No class name contains this text.</source>
        <translation>Класса с таким в имени нет.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassTableModel</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1, %2%3</source>
        <comment>class, column and value in a table</comment>
        <translation>%1, %2%3</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The value of the model. Enter another one to change it.</source>
        <translation>Значение самой модели; введите другое, чтобы изменить.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>The class&apos;s name</source>
        <translation>Имя класса</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>An event begins at this smoothed score</source>
        <translation>С этой сглаженной оценки начинается событие</translation>
    </message>
    <message>
        <source>Min. duration</source>
        <translation>Мин. длительность</translation>
    </message>
    <message>
        <source>Shorter events are not reported</source>
        <translation>Более короткие события не отмечаются</translation>
    </message>
    <message>
        <source>Min. gap</source>
        <translation>Мин. пауза</translation>
    </message>
    <message>
        <source>Minimum gap between two events of this class</source>
        <translation>Наименьший промежуток между двумя событиями класса</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Игнорировать</translation>
    </message>
    <message>
        <source>Turned off: not detected, recorded or alerted on</source>
        <translation>Отключён: без событий, записи и оповещений</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Always shown among the classes</source>
        <translation>Всегда показывать среди классов</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Оповещать</translation>
    </message>
    <message>
        <source>Its events send alerts</source>
        <translation>События класса вызывают оповещения</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Записывать</translation>
    </message>
    <message>
        <source>Its events trigger the recorder</source>
        <translation>События класса запускают запись</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassView</name>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassesPage</name>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Reset to the model&apos;s</source>
        <translation>Вернуть &amp;значения модели</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>Сбросить &amp;всё</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Найти:</translation>
    </message>
    <message>
        <source>Find classes</source>
        <translation>Найти классы</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Часть имени</translation>
    </message>
    <message>
        <source>Grey values come from the model. To change a value, double-click it or press F2. To tick a box, press Space.</source>
        <translation>Серые значения — из модели. Чтобы изменить значение, дважды щёлкните по нему или нажмите F2. Чтобы поставить отметку, нажмите пробел.</translation>
    </message>
    <message>
        <source>%</source>
        <comment>a percentage</comment>
        <translation>&#xa0;%</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CliJob</name>
    <message>
        <source>The program earwitness-cli ended without an answer.</source>
        <translation>Программа earwitness-cli завершилась без ответа.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipDelegate</name>
    <message>
        <source>no image</source>
        <translation>нет картинки</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipList</name>
    <message>
        <source>Play</source>
        <translation>Прослушать</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Показать файл</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Clips of the class</source>
        <translation>Фрагменты класса</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>Показать файл в файловом менеджере</translation>
    </message>
    <message>
        <source>Move the clips to the trash (Delete)</source>
        <translation>Переместить фрагменты в корзину (Delete)</translation>
    </message>
    <message>
        <source>Choose a class to see its clips.</source>
        <translation>Выберите класс, чтобы увидеть его фрагменты.</translation>
    </message>
    <message>
        <source>%1: no clips yet</source>
        <translation>%1: фрагментов пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln clips</source>
        <translation>
            <numerusform>%1: %Ln фрагмент</numerusform>
            <numerusform>%1: %Ln фрагмента</numerusform>
            <numerusform>%1: %Ln фрагментов</numerusform>
        </translation>
    </message>
    <message>
        <source>Play the clip (Space)</source>
        <translation>Прослушать фрагмент (Пробел)</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipListModel</name>
    <message>
        <source>%1 %2</source>
        <comment>a class and its score</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <comment>what was said, and the right class with its score</comment>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Теперь: %1</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Исключён</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipRecorder</name>
    <message>
        <source>The microphone sends no audio. Check whether it is turned off, or choose another one.</source>
        <translation>Микрофон не даёт звука. Проверьте, не выключен ли он, или выберите другой.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionClips</name>
    <message>
        <source>Clips</source>
        <translation>Фрагменты</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Прослушать</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Показать файл</translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation>Сменить метку…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix or a class of the table.</source>
        <translation>Выберите ячейку матрицы или класс в таблице.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a class and its clips</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Сменить метку</translation>
    </message>
    <message numerus="yes">
        <source>What are these %n clips?</source>
        <translation>
            <numerusform>Что это за %n фрагмент?</numerusform>
            <numerusform>Что это за %n фрагмента?</numerusform>
            <numerusform>Что это за %n фрагментов?</numerusform>
        </translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Restore label</source>
        <translation>Вернуть метку</translation>
    </message>
    <message>
        <source>Clips of this run can have several labels, so there is no confusion matrix. The tab “Classes” shows how well each class is recognised.</source>
        <translation>У клипов этого запуска может быть несколько меток, поэтому путаницы между классами нет. Вкладка «Классы» показывает, насколько хорошо модель называет каждый класс.</translation>
    </message>
    <message>
        <source>This run had no validation clips.</source>
        <translation>У этого запуска не было проверочных фрагментов.</translation>
    </message>
    <message>
        <source>%1, correct (%2)</source>
        <translation>%1, верно (%2)</translation>
    </message>
    <message>
        <source>%1, predicted as %2 (%3)</source>
        <translation>%1, предсказано %2 (%3)</translation>
    </message>
    <message>
        <source>This older run saved only its misclassified clips. New runs save all validation clips.</source>
        <translation>Этот старый запуск сохранил только ошибочные фрагменты. Новые сохраняют все проверочные.</translation>
    </message>
    <message>
        <source>“%1” is not a class of this data set. Choose one from the list.</source>
        <translation>«%1» — не класс этого набора данных; выберите из списка.</translation>
    </message>
    <message>
        <source>The original label of the data set (U)</source>
        <translation>Метка из набора данных (U)</translation>
    </message>
    <message>
        <source>Class of %1:</source>
        <translation>Класс фрагмента %1:</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionPane</name>
    <message>
        <source>Order of classes</source>
        <translation>Порядок классов</translation>
    </message>
    <message>
        <source>By confusion</source>
        <translation>По ошибкам</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>By recall</source>
        <translation>По полноте</translation>
    </message>
    <message>
        <source>Counts or rates</source>
        <translation>Числа или доли</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Доли</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Мельче (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Крупнее (+)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Целиком</translation>
    </message>
    <message>
        <source>The whole matrix (0)</source>
        <translation>Вся матрица (0)</translation>
    </message>
    <message>
        <source>By confusion: classes that are often confused are next to each other</source>
        <translation>По ошибкам: часто путаемые классы стоят рядом</translation>
    </message>
    <message>
        <source>Rates: fractions of a class&apos;s clips</source>
        <translation>Доли: от фрагментов класса</translation>
    </message>
    <message>
        <source>Zoom to labels</source>
        <translation>Показать подписи</translation>
    </message>
    <message>
        <source>Zooms in until every label is readable</source>
        <translation>Крупно, чтобы читались все метки</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>There are no validation clips.</source>
        <translation>Проверочных фрагментов нет.</translation>
    </message>
    <message>
        <source>%1: no validation clips</source>
        <translation>%1: нет фрагментов для проверки</translation>
    </message>
    <message>
        <source>%1, correct: %2 of %3 clips (%4)</source>
        <translation>%1, верно: %2 из %3 (%4)</translation>
    </message>
    <message>
        <source>%1, predicted as %2: %3 of %4 clips (%5)</source>
        <translation>%1, предсказано %2: %3 из %4 (%5)</translation>
    </message>
    <message>
        <source>predicted →</source>
        <translation>предсказано →</translation>
    </message>
    <message>
        <source>actual ↓</source>
        <translation>на деле ↓</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CostLine</name>
    <message>
        <source>Cost</source>
        <translation>Затраты</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>Оценка…</translation>
    </message>
    <message>
        <source>The estimate appears after you choose sounds.</source>
        <translation>Оценка появится, когда вы выберете звуки.</translation>
    </message>
    <message>
        <source>Cost and problems before the start</source>
        <translation>Перед запуском</translation>
    </message>
    <message>
        <source>The settings cannot be saved to %1.</source>
        <translation>Настройки не записать в %1.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurveCanvas</name>
    <message>
        <source>Validation</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Best: epoch %1, %2</source>
        <translation>Лучшая: эпоха %1, %2</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurveCursor</name>
    <message>
        <source>Epoch %1</source>
        <translation>Эпоха %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>потери</translation>
    </message>
    <message>
        <source>balanced accuracy</source>
        <translation>сбалансированная точность</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurvesPlot</name>
    <message>
        <source>Curves of the training</source>
        <translation>Кривые обучения</translation>
    </message>
    <message>
        <source>The curves begin with the first epoch.</source>
        <translation>Кривые начнутся с первой эпохи.</translation>
    </message>
    <message>
        <source>Wheel: zoom · drag: move · double click: all</source>
        <translation>Колесо: масштаб · перетаскивание: сдвиг · двойной щелчок: всё</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation>&amp;Логарифм потерь</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>С&amp;глаживание</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Сглаживание</translation>
    </message>
    <message>
        <source>Running average, weight %1</source>
        <translation>Скользящее среднее, вес %1</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>&amp;Кривые</translation>
    </message>
    <message>
        <source>Show &amp;training</source>
        <translation>Показать &amp;обучение</translation>
    </message>
    <message>
        <source>Show &amp;validation</source>
        <translation>Показать &amp;проверку</translation>
    </message>
    <message>
        <source>Show &amp;all epochs</source>
        <translation>Показать &amp;все эпохи</translation>
    </message>
    <message>
        <source>Save curves</source>
        <translation>Сохранить кривые</translation>
    </message>
    <message>
        <source>curves</source>
        <comment>name of a file</comment>
        <translation>кривые</translation>
    </message>
    <message>
        <source>Save drawing (SVG)…</source>
        <translation>Сохранить рисунок (SVG)…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Рисунок SVG (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Изображение PNG (*.png)</translation>
    </message>
    <message>
        <source>Save image (PNG)…</source>
        <translation>Сохранить изображение (PNG)…</translation>
    </message>
    <message>
        <source>Save values (CSV)…</source>
        <translation>Сохранить числа (CSV)…</translation>
    </message>
    <message>
        <source>Display and export of the curves</source>
        <translation>Кривые: что показать, экспорт</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Сохранено в %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DetectionPage</name>
    <message>
        <source>Scores</source>
        <translation>Оценки</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation>&amp;Сглаживание:</translation>
    </message>
    <message>
        <source>Channel of the microphone</source>
        <translation>Канал микрофона</translation>
    </message>
    <message>
        <source>Channel of files</source>
        <translation>Канал файлов</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>&amp;Microphone:</source>
        <translation>&amp;Микрофон:</translation>
    </message>
    <message>
        <source>Fil&amp;es:</source>
        <translation>&amp;Файлы:</translation>
    </message>
    <message>
        <source>Su&amp;ppress events no louder than the room noise</source>
        <translation>&amp;Не отмечать события не громче шума помещения</translation>
    </message>
    <message>
        <source>Measure &amp;room noise (%1 s)</source>
        <translation>&amp;Измерить шум помещения (%1 с)</translation>
    </message>
    <message>
        <source>&amp;Forget room noise</source>
        <translation>&amp;Забыть шум помещения</translation>
    </message>
    <message>
        <source>Room noise</source>
        <translation>Шум помещения</translation>
    </message>
    <message>
        <source>Prevents false alarms caused by background noise such as hum.</source>
        <translation>Предотвращает ложные срабатывания от фонового шума, например гула.</translation>
    </message>
    <message>
        <source>Measuring room noise</source>
        <translation>Измерение шума помещения</translation>
    </message>
    <message>
        <source>Keep quiet during the measurement. Measure again after moving the microphone or changing its gain.</source>
        <translation>Не шумите во время измерения. Измерьте снова, если переставили микрофон или изменили усиление.</translation>
    </message>
    <message>
        <source>Room noise has not been measured yet.</source>
        <translation>Шум помещения ещё не измерен.</translation>
    </message>
    <message>
        <source>Room noise was measured from %1 of audio.</source>
        <translation>Шум помещения измерен по %1 звука.</translation>
    </message>
    <message>
        <source>Room noise was measured on %1 from %2 of audio.</source>
        <translation>Шум помещения измерен %1 по %2 звука.</translation>
    </message>
    <message>
        <source>Higher values give steadier but later events. 0 turns smoothing off.</source>
        <translation>Большие значения делают события устойчивее, но позже. 0 отключает сглаживание.</translation>
    </message>
    <message>
        <source>Which channel of a multi-channel microphone to listen to.</source>
        <translation>Какой канал слушать, если у микрофона их несколько.</translation>
    </message>
    <message>
        <source>Which channel of multi-channel files to analyse. Applies to files that are analysed from now on.</source>
        <translation>Какой канал анализировать, если в файле их несколько. Действует для файлов, которые анализируются с этого момента.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DeviceCombo</name>
    <message>
        <source>PulseAudio</source>
        <translation>PulseAudio</translation>
    </message>
    <message>
        <source>PipeWire</source>
        <translation>PipeWire</translation>
    </message>
    <message>
        <source>JACK</source>
        <translation>JACK</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Microphone to listen to</source>
        <translation>Какой микрофон слушать</translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation>Микрофоны</translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation>Как в системе (%1)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <translation>%1 (не подключён)</translation>
    </message>
    <message>
        <source>Computer audio output</source>
        <translation>Звук, который играет компьютер</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DropOverlay</name>
    <message>
        <source>Drop to analyse (%1)</source>
        <translation>Отпустите, чтобы анализировать (%1)</translation>
    </message>
    <message>
        <source>Drop to analyse</source>
        <translation>Отпустите, чтобы анализировать</translation>
    </message>
    <message>
        <source>Audio files, videos, or a folder of them</source>
        <translation>Звуковые файлы, видео или папка с ними</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventLane</name>
    <message>
        <source>Events in time</source>
        <translation>События во времени</translation>
    </message>
    <message>
        <source>Left and Right step through the events</source>
        <translation>Влево и Вправо переходят между событиями</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventListController</name>
    <message>
        <source>The audio of this event is no longer available. Turn on the recorder to save the audio of events.</source>
        <translation>Звук этого события больше недоступен. Включите запись, чтобы сохранять звук событий.</translation>
    </message>
    <message>
        <source>Scores are available for the last ten minutes of listening. Scores of a file are drawn below its spectrogram.</source>
        <translation>Оценки доступны за последние десять минут прослушивания. Оценки файла нарисованы под его спектрограммой.</translation>
    </message>
    <message>
        <source>Thresholds cannot be suggested without a model and an event store.</source>
        <translation>Без модели и хранилища событий пороги не предложить.</translation>
    </message>
    <message>
        <source>There are no events to export yet.</source>
        <translation>Экспортировать пока нечего: событий нет.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventRowModel</name>
    <message>
        <source>✓ correct</source>
        <translation>✓ верно</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ неверно</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>the class before review</comment>
        <translation>было: %1</translation>
    </message>
    <message>
        <source>When the file was analysed</source>
        <translation>Когда анализировался файл</translation>
    </message>
    <message>
        <source>Position in the file</source>
        <translation>От начала файла</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 на %2</translation>
    </message>
    <message>
        <source>Still in progress</source>
        <translation>Ещё продолжается</translation>
    </message>
    <message>
        <source>By the model %1</source>
        <translation>Моделью %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventSelection</name>
    <message>
        <source>Select an event in the list first.</source>
        <translation>Сначала выберите событие в списке.</translation>
    </message>
    <message>
        <source>There is no file with the audio of this event. Turn on the recorder to save the audio of events.</source>
        <translation>Файла со звуком этого события нет. Включите запись, чтобы сохранять звук событий.</translation>
    </message>
    <message>
        <source>What was it, if not %1?</source>
        <translation>Что это было, если не %1?</translation>
    </message>
    <message numerus="yes">
        <source>What were these %n events?</source>
        <translation>
            <numerusform>Чем было это %n событие?</numerusform>
            <numerusform>Чем были эти %n события?</numerusform>
            <numerusform>Чем были эти %n событий?</numerusform>
        </translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Изменить метку</translation>
    </message>
    <message>
        <source>This event is marked wrong. Give it the right label (L) before sending it to a data set.</source>
        <translation>Событие отмечено как неверное. Перед отправкой в набор данных дайте ему правильную метку (L).</translation>
    </message>
    <message>
        <source>Data set folder, with one folder per class</source>
        <translation>Папка набора данных с папкой для каждого класса</translation>
    </message>
    <message>
        <source>Clips saved to &apos;%1&apos;: %2</source>
        <translation>Фрагментов записано в «%1»: %2</translation>
    </message>
    <message>
        <source>, no longer available: %1</source>
        <translation>, уже не хранятся: %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventStrip</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Events in the file</source>
        <translation>События в файле</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventTable</name>
    <message>
        <source>Detected sounds are listed here.</source>
        <translation>Здесь появятся найденные звуки.</translation>
    </message>
    <message>
        <source>Detected sounds</source>
        <translation>Найденные звуки</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventTrack</name>
    <message>
        <source>Its score stayed below the threshold of the class.</source>
        <translation>Оценка не дошла до порога класса.</translation>
    </message>
    <message>
        <source>It started within the minimum gap after the previous event of this class.</source>
        <translation>Началось раньше, чем истекла пауза после прошлого события класса.</translation>
    </message>
    <message>
        <source>It was no louder than the room noise.</source>
        <translation>Не громче шума помещения.</translation>
    </message>
    <message>
        <source>It was shorter than the minimum duration of this class.</source>
        <translation>Оно короче наименьшей длительности класса.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ExpertPage</name>
    <message>
        <source>&amp;Only changed</source>
        <translation>Только &amp;изменённые</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>Сбросить &amp;всё</translation>
    </message>
    <message>
        <source>Groups of options</source>
        <translation>Группы параметров</translation>
    </message>
    <message>
        <source>Find an option</source>
        <translation>Найти параметр</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, number of changed options</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Changed options: %1</source>
        <translation>Изменено параметров: %1</translation>
    </message>
    <message>
        <source>No option matches.</source>
        <translation>Ничего не подходит.</translation>
    </message>
    <message>
        <source>Find an option by name, help text or --flag</source>
        <translation>Найти параметр: слово из имени или справки, или --флаг</translation>
    </message>
    <message>
        <source>Resets all options to the values of the preset</source>
        <translation>Вернуть всем параметрам значения пресета</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ExportDialog</name>
    <message>
        <source>One file for all</source>
        <translation>Один файл на все</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>Какие файлы</translation>
    </message>
    <message>
        <source>All files (%L1)</source>
        <translation>Все файлы (%L1)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>sounds</source>
        <translation>звуки</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>Папка для экспорта</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Экспортировать в</translation>
    </message>
    <message>
        <source>One file per audio file</source>
        <translation>По файлу на каждый звуковой файл</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Экспорт событий</translation>
    </message>
    <message>
        <source>Listed files (%L1)</source>
        <translation>Те, что в списке (%L1)</translation>
    </message>
    <message>
        <source>Selected files (%L1)</source>
        <translation>Выбранные (%L1)</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Events of</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Куда</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be saved:</source>
        <translation>
            <numerusform>Не удалось записать %Ln файл:</numerusform>
            <numerusform>Не удалось записать %Ln файла:</numerusform>
            <numerusform>Не удалось записать %Ln файлов:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileOpener</name>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Открыть звуковые файлы</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Sample: a siren, crickets and church bells</source>
        <translation>Пример: сирена, сверчки и колокола</translation>
    </message>
    <message>
        <source>Audio files (%1)</source>
        <comment>patterns of names</comment>
        <translation>Звуковые файлы (%1)</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FilePane</name>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Show one file over time</source>
        <translation>Показать один файл во времени</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>Show the list of all files</source>
        <translation>Показать список всех файлов</translation>
    </message>
    <message>
        <source>Play or pause the file</source>
        <translation>Воспроизвести или приостановить файл</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>Ход анализа файла</translation>
    </message>
    <message>
        <source>Stop analysing this file</source>
        <translation>Остановить анализ этого файла</translation>
    </message>
    <message>
        <source>All files (%L1)</source>
        <translation>Все файлы (%L1)</translation>
    </message>
    <message>
        <source>Not analysed: %1</source>
        <translation>Не проанализирован: %1</translation>
    </message>
    <message>
        <source>Analyse this file again</source>
        <translation>Анализировать этот файл ещё раз</translation>
    </message>
    <message>
        <source>%1 · no model, so no events</source>
        <translation>%1 · модели нет, поэтому ничего не названо</translation>
    </message>
    <message>
        <source>%1 · events: %2</source>
        <translation>%1 · событий: %2</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileTable</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Drop audio files or folders here, or open them with Ctrl+O.</source>
        <translation>Перетащите сюда звуковые файлы или папки либо откройте их через Ctrl+O.</translation>
    </message>
    <message>
        <source>No files match the filter.</source>
        <translation>Нет файлов, подходящих под фильтр.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileTableModel</name>
    <message>
        <source>%1 · %2 at %3</source>
        <translation>%1 · %2 на %3</translation>
    </message>
    <message>
        <source>The class with the highest mean score over the whole file</source>
        <translation>Класс с наибольшей средней оценкой по всему файлу</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Top class</source>
        <translation>Главный класс</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>The class with the highest mean score over the whole file, which is below the threshold of the class</source>
        <translation>Класс с наибольшей средней оценкой по всему файлу; она ниже порога этого класса</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Top event</source>
        <translation>Главное событие</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileView</name>
    <message>
        <source>The file over time</source>
        <translation>Файл во времени</translation>
    </message>
    <message>
        <source>Drop an audio file here, or open one with Ctrl+O.</source>
        <translation>Перетащите сюда звуковой файл или откройте его через Ctrl+O.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Приблизить</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Отдалить</translation>
    </message>
    <message>
        <source>Show the whole file</source>
        <translation>Показать весь файл</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>К началу</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>К концу</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Модель не загружена.</translation>
    </message>
    <message>
        <source>Top classes of the file</source>
        <translation>Лучшие классы файла</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Предыдущее событие</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Следующее событие</translation>
    </message>
    <message>
        <source>Play the selected event</source>
        <translation>Прослушать выбранное событие</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>The top classes appear here.</source>
        <translation>Здесь появятся лучшие классы.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::GetModelsDialog</name>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>около %1</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Загрузить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Get models</source>
        <translation>Загрузка моделей</translation>
    </message>
    <message>
        <source>These networks were trained by others on large public collections and recognise many sounds. Nothing is downloaded until you choose Get.</source>
        <translation>Эти сети обучены другими на больших открытых коллекциях и распознают много звуков. Ничего не загружается, пока вы не нажмёте «Загрузить».</translation>
    </message>
    <message>
        <source>Public models</source>
        <translation>Открытые модели</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Mean average precision on AudioSet, from 0 to 1, as published by the authors</source>
        <translation>Средняя точность (mAP) на AudioSet от 0 до 1 по данным авторов</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>О модели</translation>
    </message>
    <message>
        <source>Download it yourself</source>
        <translation>Загрузить самостоятельно</translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation>&amp;Использовать</translation>
    </message>
    <message>
        <source>Parameters: %1. By %2: %3. Page of the authors: %4</source>
        <translation>Параметров: %1. Авторы: %2. Статья: %3. Страница авторов: %4</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
    <message>
        <source>Downloading: %1 of %2</source>
        <translation>Загружено: %1 из %2</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>“%1” is in your list of models.</source>
        <translation>«%1» теперь в списке моделей.</translation>
    </message>
    <message>
        <source>The program earwitness-cli ended without an answer. Try again.</source>
        <translation>Программа earwitness-cli завершилась без ответа. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>You can also download the file with a web browser and import it (Model &gt; Import model…): %1</source>
        <translation>Файл можно загрузить и в браузере, а затем импортировать («Модель» &gt; «Импорт модели…»): %1</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HealthStrip</name>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Inference</source>
        <translation>Расчёт</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>From the last sample of a window to its scores: the median of the last ten seconds</source>
        <translation>От последнего отсчёта окна до его оценок: медиана за последние десять секунд</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Сигнал</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 · windows %2</source>
        <translation>%1 · окон %2</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>тихо</translation>
    </message>
    <message>
        <source>good</source>
        <translation>хорошо</translation>
    </message>
    <message>
        <source>loud</source>
        <translation>громко</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>перегрузка</translation>
    </message>
    <message>
        <source>room noise</source>
        <translation>шум помещения</translation>
    </message>
    <message>
        <source>Median time to classify one window over the last 10 seconds, including the round trip to the model process, and its share of the available time</source>
        <translation>Время от окна звука до его оценок, включая путь к процессу модели: медиана за последние десять секунд и её доля от имеющегося времени</translation>
    </message>
    <message>
        <source>Samples lost between microphone and application, and windows skipped because the model was too slow</source>
        <translation>Звук, потерянный между микрофоном и программой, в отсчётах, и окна, за которыми модель не успела</translation>
    </message>
    <message>
        <source>Input level over the last 10 seconds</source>
        <translation>Уровень входа за последние 10 секунд</translation>
    </message>
    <message>
        <source>%1 ms · %2%</source>
        <translation>%L1 мс · %L2 %</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryFilters</name>
    <message>
        <source>Search events</source>
        <translation>Поиск событий</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Любое время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>От … до …</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Live or files</source>
        <translation>Микрофон или файлы</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Live and files</source>
        <translation>Микрофон и файлы</translation>
    </message>
    <message>
        <source>Live only</source>
        <translation>Только микрофон</translation>
    </message>
    <message>
        <source>Files only</source>
        <translation>Только файлы</translation>
    </message>
    <message>
        <source>Reviewed or not</source>
        <translation>Проверенные и нет</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Непроверенные</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>С новой меткой</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a sound and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Search classes, devices, files and models</source>
        <translation>Поиск классов, устройств, файлов и моделей</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Все классы</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Показать файл</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln событие</numerusform>
            <numerusform>%Ln события</numerusform>
            <numerusform>%Ln событий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo deleting %Ln events</source>
        <translation>
            <numerusform>Вернуть %Ln событие</numerusform>
            <numerusform>Вернуть %Ln события</numerusform>
            <numerusform>Вернуть %Ln событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from history</source>
        <translation>Удалить из истории</translation>
    </message>
    <message>
        <source>The recorded clip stays on disk.</source>
        <translation>Записанный фрагмент остаётся на диске.</translation>
    </message>
    <message>
        <source>Export the listed events as a table or as labels</source>
        <translation>Экспортировать показанные события как таблицу или как метки</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Экспортировано в %1</translation>
    </message>
    <message>
        <source>Stored events</source>
        <translation>Сохранённые события</translation>
    </message>
    <message>
        <source>No events to show. Events from live listening and from files appear here.</source>
        <translation>Нет событий для показа. Здесь появляются события с микрофона и из файлов.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryPlot</name>
    <message>
        <source>Events over time</source>
        <translation>События во времени</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, с %1</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ImportDialog</name>
    <message>
        <source>log-mel windows of any length</source>
        <translation>окна лог-мел любой длины</translation>
    </message>
    <message>
        <source>log-mel windows of %1 frames</source>
        <translation>окна лог-мел, кадров: %1</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импортировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Import model</source>
        <translation>Импорт модели</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Вы&amp;брать…</translation>
    </message>
    <message>
        <source>&amp;Try on a sample</source>
        <translation>&amp;Проба на примере</translation>
    </message>
    <message>
        <source>Try on a so&amp;und file…</source>
        <translation>Проба на &amp;файле…</translation>
    </message>
    <message>
        <source>Sound to try</source>
        <translation>Звук для пробы</translation>
    </message>
    <message>
        <source>Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</source>
        <translation>Звук (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Model imported</source>
        <translation>Модель импортирована</translation>
    </message>
    <message>
        <source>A TorchScript file or a file of weights (.pt)</source>
        <translation>Файл TorchScript или файл весов (.pt)</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Файл сети</translation>
    </message>
    <message>
        <source>Networks (*.pt *.pth *.jit *.ts *.zip);;All files (*)</source>
        <translation>Сети (*.pt *.pth *.jit *.ts *.zip);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Highest scores in %1:</source>
        <translation>Наибольшие оценки в %1:</translation>
    </message>
    <message>
        <source>waveform of any length</source>
        <translation>звуковая волна любой длины</translation>
    </message>
    <message>
        <source>waveform of %1 samples</source>
        <translation>звуковая волна, отсчётов: %1</translation>
    </message>
    <message>
        <source>Parameters: %1. Input: %2. Output values: %3.</source>
        <translation>Параметров: %1. Вход: %2. Значений на выходе: %3.</translation>
    </message>
    <message>
        <source>Inference time per window: %1 ms.</source>
        <translation>Время анализа окна: %1 мс.</translation>
    </message>
    <message>
        <source>False alarms on noise: %1 of windows.</source>
        <translation>Ложные срабатывания на шуме: %1 окон.</translation>
    </message>
    <message>
        <source>Detected sounds</source>
        <translation>Найденные звуки</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Чтение файла…</translation>
    </message>
    <message>
        <source>earwitness-cli gave an unknown answer. Reinstall Earwitness.</source>
        <translation>Программа earwitness-cli ответила непонятно; установите Earwitness заново.</translation>
    </message>
    <message>
        <source>“%1” was added to your models. Use it now?</source>
        <translation>Модель «%1» добавлена к вашим. Включить её сейчас?</translation>
    </message>
    <message>
        <source>Choose a TorchScript model, or the weights of a public network (EfficientAT). It runs in a sandbox, where it cannot open files, start programs or use the network.</source>
        <translation>Выберите сеть, сохранённую как TorchScript, или веса общедоступной сети (EfficientAT). Она выполняется в песочнице, где не может открывать файлы, запускать программы и выходить в сеть.</translation>
    </message>
    <message>
        <source>Testing the model…</source>
        <translation>Проба…</translation>
    </message>
    <message>
        <source>The labels cannot be saved for the import: %1.</source>
        <translation>Метки для импорта не записать: %1.</translation>
    </message>
    <message>
        <source>Weights of %1: %2 parameters, %3 labels. No further settings are needed.</source>
        <translation>Веса %1: параметров %2, меток %3. Об этой сети известно всё.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ImportForm</name>
    <message>
        <source>Waveform: samples</source>
        <translation>Волна: отсчёты</translation>
    </message>
    <message>
        <source>Waveform: 1 × samples</source>
        <translation>Волна: 1 × отсчёты</translation>
    </message>
    <message>
        <source>Waveform: 1 × 1 × samples</source>
        <translation>Волна: 1 × 1 × отсчёты</translation>
    </message>
    <message>
        <source>Log-mel: frames × bands</source>
        <translation>Лог-мел: кадры × полосы</translation>
    </message>
    <message>
        <source>Log-mel: 1 × frames × bands</source>
        <translation>Лог-мел: 1 × кадры × полосы</translation>
    </message>
    <message>
        <source>Log-mel: 1 × bands × frames</source>
        <translation>Лог-мел: 1 × полосы × кадры</translation>
    </message>
    <message>
        <source>Log-mel: 1 × 1 × frames × bands</source>
        <translation>Лог-мел: 1 × 1 × кадры × полосы</translation>
    </message>
    <message>
        <source>Log-mel: 1 × 1 × bands × frames</source>
        <translation>Лог-мел: 1 × 1 × полосы × кадры</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>&amp;Метки:</translation>
    </message>
    <message>
        <source>Li&amp;cence:</source>
        <translation>&amp;Лицензия:</translation>
    </message>
    <message>
        <source>&amp;Input:</source>
        <translation>&amp;Вход:</translation>
    </message>
    <message>
        <source>Sample &amp;rate:</source>
        <translation>&amp;Частота дискретизации:</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Гц</translation>
    </message>
    <message>
        <source>&amp;Window:</source>
        <translation>&amp;Окно:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Log-mel input</source>
        <translation>Вход лог-мел</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Пресет:</translation>
    </message>
    <message>
        <source>&amp;FFT:</source>
        <translation>&amp;FFT:</translation>
    </message>
    <message>
        <source> samples</source>
        <translation> отсч.</translation>
    </message>
    <message>
        <source>&amp;Hop:</source>
        <translation>&amp;Шаг:</translation>
    </message>
    <message>
        <source>Ban&amp;ds:</source>
        <translation>Поло&amp;сы:</translation>
    </message>
    <message>
        <source>L&amp;owest frequency:</source>
        <translation>Ни&amp;жняя частота:</translation>
    </message>
    <message>
        <source>Hi&amp;ghest frequency:</source>
        <translation>В&amp;ерхняя частота:</translation>
    </message>
    <message>
        <source>Lo&amp;garithm:</source>
        <translation>Ло&amp;гарифм:</translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation>Децибелы</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Натуральный</translation>
    </message>
    <message>
        <source>St&amp;andard deviation:</source>
        <translation>Стан&amp;дартное отклонение:</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>From &amp;file…</source>
        <translation>Из &amp;файла…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>Labels (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Метки (*.txt *.csv *.tsv);;Все файлы (*)</translation>
    </message>
    <message>
        <source>The model needs a name.</source>
        <translation>Модели нужно имя.</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>Другие числа</translation>
    </message>
    <message>
        <source>&amp;Mean to subtract:</source>
        <translation>Вычесть с&amp;реднее:</translation>
    </message>
    <message>
        <source>Fixed by the network</source>
        <translation>Задано сетью</translation>
    </message>
    <message>
        <source>Licence of the model, if known</source>
        <translation>Что с ней можно делать другим, если известно</translation>
    </message>
    <message>
        <source>Output with the la&amp;bels:</source>
        <translation>Ответ с мет&amp;ками:</translation>
    </message>
    <message>
        <source>&amp;Several classes at a time:</source>
        <translation>&amp;Несколько звуков сразу:</translation>
    </message>
    <message>
        <source>No: one class at a time (softmax)</source>
        <translation>Нет: один звук за раз (softmax)</translation>
    </message>
    <message>
        <source>Yes: independent classes (logistic)</source>
        <translation>Да: каждый отдельно (логистическая)</translation>
    </message>
    <message>
        <source>The network outputs probabilities</source>
        <translation>Сеть выдаёт вероятности</translation>
    </message>
    <message>
        <source>Empty, one number, or one per band</source>
        <translation>Нет; или одно число, или по одному на полосу</translation>
    </message>
    <message>
        <source>Same number of values as the means</source>
        <translation>Столько же чисел, сколько средних</translation>
    </message>
    <message>
        <source>One per line, in the order of the network&apos;s outputs</source>
        <translation>По одной в строке, в порядке выходов сети</translation>
    </message>
    <message>
        <source>Length fixed by the network</source>
        <translation>Другой длины сеть не принимает</translation>
    </message>
    <message>
        <source>The network has %1 outputs, but there are %2 labels.</source>
        <translation>Выходов у сети: %1; меток: %2.</translation>
    </message>
    <message>
        <source>Labels: %1, matching the outputs</source>
        <translation>Меток: %1, столько же, сколько выходов</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::InputPanel</name>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Clips: %1, %2</source>
        <translation>Фрагментов: %1, %2</translation>
    </message>
    <message>
        <source>Channel of files</source>
        <translation>Канал файлов</translation>
    </message>
    <message>
        <source>Channel of the microphone</source>
        <translation>Канал микрофона</translation>
    </message>
    <message>
        <source>Measuring room noise</source>
        <translation>Измерение шума помещения</translation>
    </message>
    <message>
        <source>Room noise</source>
        <translation>Шум помещения</translation>
    </message>
    <message>
        <source>Saves the audio of events.</source>
        <translation>Сохраняется звук событий.</translation>
    </message>
    <message>
        <source>Saves all audio.</source>
        <translation>Сохраняется весь звук.</translation>
    </message>
    <message>
        <source>Off. No audio is saved.</source>
        <translation>Выключена. Звук не сохраняется.</translation>
    </message>
    <message>
        <source>Which channel of a multi-channel microphone to listen to</source>
        <translation>Какой канал слушать, если у микрофона их несколько</translation>
    </message>
    <message>
        <source>Which channel of multi-channel files to analyse from now on</source>
        <translation>Какой канал анализировать с этого момента, если в файле их несколько</translation>
    </message>
    <message>
        <source>Not measured. Background noise may cause false alarms.</source>
        <translation>Не измерен. Фоновый шум может давать ложные срабатывания.</translation>
    </message>
    <message>
        <source>Measured. Sounds no louder than it are not reported.</source>
        <translation>Измерен. О звуках не громче него не сообщается.</translation>
    </message>
    <message>
        <source>Measured, but turned off in the settings.</source>
        <translation>Измерен, но отключён в настройках.</translation>
    </message>
    <message>
        <source>Microphones found: %1</source>
        <translation>Найдено микрофонов: %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LanguagePage</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>Language of the user interface. Takes effect the next time you start Earwitness.</source>
        <translation>Язык интерфейса. Изменение вступит в силу при следующем запуске Earwitness.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LevelMeter</name>
    <message>
        <source>Input level</source>
        <translation>Уровень входа</translation>
    </message>
    <message>
        <source>Input level in dB below full scale: the bar is the RMS level, the line the peak.
The lamp at the right lights when the input clips.</source>
        <translation>Уровень входа в дБ от полной шкалы: полоса — средний (RMS), черта — пик.
Индикатор справа загорается при перегрузке.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LiveClasses</name>
    <message>
        <source>The model does not answer. Wait, or choose another one in the Model menu.</source>
        <translation>Модель не отвечает. Подождите или выберите другую в меню «Модель».</translation>
    </message>
    <message>
        <source>The model is starting.</source>
        <translation>Модель запускается.</translation>
    </message>
    <message>
        <source>No sounds detected yet.</source>
        <translation>Звуков пока не найдено.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LiveMonitor</name>
    <message>
        <source>Room noise measured. Sounds no louder than it are not reported.</source>
        <translation>Шум помещения измерен. О звуках не громче него не сообщается.</translation>
    </message>
    <message>
        <source>Room noise was not measured: the audio stream has changed.</source>
        <translation>Шум помещения не измерен: поток изменился.</translation>
    </message>
    <message>
        <source>Room noise was not measured: listening has stopped.</source>
        <translation>Шум помещения не измерен: прослушивание остановлено.</translation>
    </message>
    <message>
        <source>Thresholds applied: %1</source>
        <translation>Применено порогов: %1</translation>
    </message>
    <message>
        <source>Measuring room noise was stopped.</source>
        <translation>Измерение шума помещения остановлено.</translation>
    </message>
    <message>
        <source>Press Listen first: room noise is measured with the microphone.</source>
        <translation>Сначала нажмите «Слушать»: шум помещения измеряется микрофоном.</translation>
    </message>
    <message>
        <source>Measuring room noise. Keep quiet for 20 seconds.</source>
        <translation>Измеряется шум помещения. Не шумите 20 секунд.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LivePane</name>
    <message>
        <source>Live</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Waiting for a microphone</source>
        <translation>Ожидание микрофона</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Прослушивание</translation>
    </message>
    <message>
        <source>Frozen, still listening. Press Space to unfreeze.</source>
        <translation>Стоп-кадр; прослушивание идёт. Чтобы продолжить, нажмите пробел.</translation>
    </message>
    <message>
        <source>Stopped. Press Listen to start again.</source>
        <translation>Остановлено. Нажмите «Слушать», чтобы продолжить.</translation>
    </message>
    <message>
        <source>No signal from &apos;%1&apos; for 10 seconds. Is it muted? You can select another one in the list of microphones.</source>
        <translation>От «%1» 10 секунд нет сигнала. Микрофон отключён? Другой можно выбрать в списке.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LogDialog</name>
    <message>
        <source>F&amp;ollow new lines</source>
        <translation>Показывать новые &amp;строки</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>В журнале пока ничего нет.</translation>
    </message>
    <message>
        <source>Op&amp;en folder</source>
        <translation>Открыть &amp;папку</translation>
    </message>
    <message>
        <source>Copy &amp;report…</source>
        <translation>С&amp;копировать отчёт…</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Найти:</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>Н&amp;азад</translation>
    </message>
    <message>
        <source>The log does not contain this text.</source>
        <translation>В журнале нет такого текста.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::MainWindow</name>
    <message>
        <source>Earwitness</source>
        <translation>Earwitness</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Модель не загружена.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Файлы</translation>
    </message>
    <message>
        <source>Model input</source>
        <translation>Вход модели</translation>
    </message>
    <message>
        <source>Live spectrogram</source>
        <translation>Живая спектрограмма</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelCardDialog</name>
    <message>
        <source>Model card: %1</source>
        <translation>Карточка модели: %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карточка</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copies the card and the labels as text</source>
        <translation>Копирует карточку и метки как текст</translation>
    </message>
    <message>
        <source>Search labels</source>
        <translation>Поиск меток</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>Меток: %1</translation>
    </message>
    <message>
        <source>%1 of %2 labels</source>
        <translation>Меток: %1 из %2</translation>
    </message>
    <message>
        <source>Threshold: %1</source>
        <translation>Порог: %1</translation>
    </message>
    <message>
        <source>Background class: never reported</source>
        <translation>Не сообщается: говорит, что ни одного из звуков нет</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelInputView</name>
    <message>
        <source>dB</source>
        <translation>дБ</translation>
    </message>
    <message>
        <source>ln of the power</source>
        <translation>ln мощности</translation>
    </message>
    <message>
        <source>%1 frames, %2 bands, %3 to %4 %5</source>
        <translation>кадров: %1, полос: %2, от %3 до %4 %5</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>(normalised)</source>
        <translation>(нормировано)</translation>
    </message>
    <message>
        <source>ln of the magnitude</source>
        <translation>ln амплитуды</translation>
    </message>
    <message>
        <source>No input yet</source>
        <translation>Входа пока нет</translation>
    </message>
    <message>
        <source>Model input</source>
        <translation>Вход модели</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelManager</name>
    <message>
        <source>your own</source>
        <translation>ваша</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>из другого места</translation>
    </message>
    <message>
        <source>waveform, %1 kHz, %2 s</source>
        <translation>волна, %1 кГц, %2 с</translation>
    </message>
    <message>
        <source>log-mel, %1 kHz, %2 s</source>
        <translation>лог-мел, %1 кГц, %2 с</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>включена</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>негодна</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation>&amp;Включить</translation>
    </message>
    <message>
        <source>Show &amp;card…</source>
        <translation>Показать &amp;карточку…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Пере&amp;именовать…</translation>
    </message>
    <message>
        <source>Show &amp;file</source>
        <translation>Показать &amp;файл</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>И&amp;мпорт…</translation>
    </message>
    <message>
        <source>Rename model</source>
        <translation>Переименовать модель</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Имя:</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>Удалить модель</translation>
    </message>
    <message>
        <source>Move “%1” to the trash?</source>
        <translation>Переместить «%1» в корзину?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>из поставки Earwitness</translation>
    </message>
    <message>
        <source>default</source>
        <translation>основная</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>&amp;Set as default</source>
        <translation>Сделать &amp;основной</translation>
    </message>
    <message>
        <source>This model is in use. Switch to another one first.</source>
        <translation>Эта модель включена. Сначала включите другую.</translation>
    </message>
    <message>
        <source>No file manager could be opened. The folder is %1.</source>
        <translation>Файловый менеджер не открылся; папка: %1.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelMenu</name>
    <message>
        <source>&amp;Open model…</source>
        <translation>&amp;Открыть модель…</translation>
    </message>
    <message>
        <source>&amp;Import model…</source>
        <translation>&amp;Импорт модели…</translation>
    </message>
    <message>
        <source>&amp;Manage models…</source>
        <translation>&amp;Управление моделями…</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Открыть модель</translation>
    </message>
    <message>
        <source>Models (*.pt);;All files (*)</source>
        <translation>Модели (*.pt);;Все файлы (*)</translation>
    </message>
    <message>
        <source>&amp;Get models…</source>
        <translation>&amp;Загрузить модели…</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::MonitoringSettingsStore</name>
    <message>
        <source>Your changes cannot be saved because %1 can be neither read nor renamed.</source>
        <translation>Изменения нельзя сохранить: %1 не удалось ни прочитать, ни переименовать.</translation>
    </message>
    <message>
        <source>The defaults are used, and changes are not saved.</source>
        <translation>Взяты исходные настройки, изменения не сохраняются.</translation>
    </message>
    <message>
        <source>It was saved as %1, and the defaults are used.</source>
        <translation>Прежний файл сохранён как %1, взяты исходные настройки.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::OptionRow</name>
    <message>
        <source>Reset: %1</source>
        <translation>Сбросить: %1</translation>
    </message>
    <message>
        <source>Changed. %1</source>
        <translation>Изменено. %1</translation>
    </message>
    <message>
        <source>Reset to: %1</source>
        <translation>Сбросить на: %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::OverviewView</name>
    <message>
        <source>Spectrogram of the file</source>
        <translation>Спектрограмма файла</translation>
    </message>
    <message>
        <source>%1 · %L2 Hz</source>
        <translation>%1 · %L2 Гц</translation>
    </message>
    <message>
        <source>%1 · %2 dB</source>
        <translation>%1 · %2 дБ</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ParallelPlot</name>
    <message>
        <source>Settings of the trials against balanced accuracy</source>
        <translation>Настройки попыток и сбалансированная точность</translation>
    </message>
    <message>
        <source>Trials: %1</source>
        <translation>Попыток: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a setting and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a trial and its settings</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PictureActions</name>
    <message>
        <source>Send to data set</source>
        <translation>В набор данных</translation>
    </message>
    <message>
        <source>WAV (*.wav)</source>
        <translation>WAV (*.wav)</translation>
    </message>
    <message>
        <source>FLAC (*.flac)</source>
        <translation>FLAC (*.flac)</translation>
    </message>
    <message>
        <source>Select part of the spectrogram first: drag across it while it is frozen, or hold Shift and drag.</source>
        <translation>Сначала выделите отрезок на живой спектрограмме: проведите по ней с нажатой Shift или во время стоп-кадра.</translation>
    </message>
    <message>
        <source>Send selection to &amp;data set…</source>
        <translation>Выделенное в &amp;набор данных…</translation>
    </message>
    <message>
        <source>The audio of this selection is no longer available.</source>
        <translation>Звук выделенного больше недоступен.</translation>
    </message>
    <message>
        <source>Save selection</source>
        <translation>Сохранить выделенное</translation>
    </message>
    <message>
        <source>&amp;Why was this (not) reported?</source>
        <translation>&amp;Почему (не) отмечено?</translation>
    </message>
    <message>
        <source>Audio saved to &apos;%1&apos;.</source>
        <translation>Звук записан в «%1».</translation>
    </message>
    <message>
        <source>Save image</source>
        <translation>Сохранить изображение</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Изображение PNG (*.png)</translation>
    </message>
    <message>
        <source>Image saved to &apos;%1&apos;.</source>
        <translation>Снимок записан в «%1».</translation>
    </message>
    <message>
        <source>Class of this sound (choose one, or enter a new one):</source>
        <translation>Класс этого звука (выберите или введите новый):</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PictureControls</name>
    <message>
        <source>Visible time</source>
        <translation>Видимое время</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>Показать меньше времени</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Показать больше времени</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>Frequency axis</source>
        <translation>Ось частот</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>Мел</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Логарифм</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Линейная</translation>
    </message>
    <message>
        <source>Next frequency axis</source>
        <translation>Следующая ось частот</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Ice</source>
        <translation>Лёд</translation>
    </message>
    <message>
        <source>Next colours</source>
        <translation>Следующие цвета</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation>Ctrl+Shift+K</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> дБ</translation>
    </message>
    <message>
        <source>Auto dB</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>Level of the first colour</source>
        <translation>Уровень первого цвета</translation>
    </message>
    <message>
        <source>Level of the last colour</source>
        <translation>Уровень последнего цвета</translation>
    </message>
    <message>
        <source>Automatic floor and ceiling</source>
        <translation>Автоматические пределы уровня</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Спектрограмма</translation>
    </message>
    <message>
        <source>Visible time (%1, %2; in the spectrogram + and -, or Ctrl+wheel)</source>
        <translation>Видимое время (%1, %2; на спектрограмме + и - или Ctrl+колесо)</translation>
    </message>
    <message>
        <source>Colours. Ice suits light surroundings.</source>
        <translation>Цвета. «Лёд» подходит к светлому окружению.</translation>
    </message>
    <message>
        <source>Floor and ceiling follow the visible part</source>
        <translation>Пределы уровня следуют за видимым</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PresetsPage</name>
    <message>
        <source>Sh&amp;ow them</source>
        <translation>&amp;Показать их</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>&amp;Сбросить всё</translation>
    </message>
    <message>
        <source>Add a &amp;background class</source>
        <translation>Добавить класс &amp;фона</translation>
    </message>
    <message>
        <source>&amp;Name of the run:</source>
        <translation>&amp;Имя запуска:</translation>
    </message>
    <message>
        <source>Changed options: %1.</source>
        <translation>Изменённые параметры: %1.</translation>
    </message>
    <message>
        <source>Generated noise, hum and silence, so that background noise is not detected as one of your sounds.</source>
        <translation>Синтезированный шум, гул и тишина, чтобы фоновый шум не принимали за ваш звук.</translation>
    </message>
    <message>
        <source>Name of the run and its model (optional).</source>
        <translation>Имя запуска и его модели; можно не заполнять.</translation>
    </message>
    <message>
        <source>The settings come from the run %1. Choosing a preset below replaces them.</source>
        <translation>Настройки запуска %1. Выбор ниже заменит их.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ProblemList</name>
    <message>
        <source>Play</source>
        <translation>Прослушать</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Показать файл</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation>Виды проблем</translation>
    </message>
    <message>
        <source>Search files</source>
        <translation>Поиск файлов</translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation>Проблемы по видам</translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation>Проблем не найдено.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a kind of problem, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All kinds (%1)</source>
        <translation>Все виды (%1)</translation>
    </message>
    <message>
        <source>&amp;Join classes that look alike</source>
        <translation>&amp;Объединить похожие классы</translation>
    </message>
    <message>
        <source>Use the &amp;folder names as labels</source>
        <translation>&amp;Метки – имена папок</translation>
    </message>
    <message>
        <source>The files are not moved.</source>
        <translation>Файлы остаются на своих местах.</translation>
    </message>
    <message>
        <source>Tables in the folder are then ignored.</source>
        <translation>Таблицы в папке тогда не действуют.</translation>
    </message>
    <message>
        <source>The files have not been checked yet.</source>
        <translation>Пока ничего не проверено.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ProblemModel</name>
    <message>
        <source>%1
%2</source>
        <comment>what is wrong, what it means</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a kind of problem, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1
same as
%2</source>
        <translation>%1
тот же звук, что
%2</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>the same sound, a file</comment>
        <translation>%1, что и %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Что не так</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RecordDialog</name>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Прослушать</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Record “%1”</source>
        <translation>Записать «%1»</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>Length of the recording</source>
        <translation>Длина записи</translation>
    </message>
    <message>
        <source>Length of a clip</source>
        <translation>Длина фрагмента</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>&amp;Microphone:</source>
        <translation>&amp;Микрофон:</translation>
    </message>
    <message>
        <source>&amp;Record:</source>
        <translation>&amp;Записать:</translation>
    </message>
    <message>
        <source>Recorded clips</source>
        <translation>Записанные фрагменты</translation>
    </message>
    <message>
        <source>Recording starts in %1</source>
        <translation>Запись начнётся через %1</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>&amp;Start recording</source>
        <translation>&amp;Начать запись</translation>
    </message>
    <message>
        <source>&amp;Record more</source>
        <translation>Записать &amp;ещё</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>length of a clip, where in the recording</comment>
        <translation>%1, с %2</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Пока ничего не записано</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message numerus="yes">
        <source>%n clips, %1</source>
        <translation>
            <numerusform>%n фрагмент, %1</numerusform>
            <numerusform>%n фрагмента, %1</numerusform>
            <numerusform>%n фрагментов, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep %n clips</source>
        <translation>
            <numerusform>&amp;Сохранить %n фрагмент</numerusform>
            <numerusform>&amp;Сохранить %n фрагмента</numerusform>
            <numerusform>&amp;Сохранить %n фрагментов</numerusform>
        </translation>
    </message>
    <message>
        <source>Record background</source>
        <translation>Записать фон</translation>
    </message>
    <message>
        <source>Record the usual background noise, such as a fan, traffic or typing. Make none of the sounds you want to detect.</source>
        <translation>Запишите обычный фон: вентилятор, улицу, клавиатуру. Не издавайте звуков, которые нужно находить.</translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln recorded clips?</source>
        <translation>
            <numerusform>Выбросить %Ln записанный фрагмент?</numerusform>
            <numerusform>Выбросить %Ln записанных фрагмента?</numerusform>
            <numerusform>Выбросить %Ln записанных фрагментов?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Выбросить</translation>
    </message>
    <message>
        <source>Make the sound several times with pauses in between. Each occurrence becomes a clip.</source>
        <translation>Издайте звук несколько раз, с паузами. Каждый раз станет фрагментом.</translation>
    </message>
    <message>
        <source>&amp;Clip length:</source>
        <translation>&amp;Длина фрагмента:</translation>
    </message>
    <message>
        <source>Only silence was recorded. Move closer to the microphone, or increase its gain.</source>
        <translation>Записалась только тишина. Подойдите ближе или прибавьте громкость микрофона.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RecordingPage</name>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>Record &amp;nothing</source>
        <translation>&amp;Не записывать</translation>
    </message>
    <message>
        <source>Record &amp;everything</source>
        <translation>Записывать в&amp;сё</translation>
    </message>
    <message>
        <source>A clip for each event, with a little before and after it, in a folder for its class.</source>
        <translation>Фрагмент на каждое событие с небольшим запасом до и после, в папке его класса.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Choose the folder for recordings</source>
        <translation>Выбрать папку для записей</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>П&amp;апка:</translation>
    </message>
    <message>
        <source>FLAC, about half the size</source>
        <translation>FLAC, вдвое меньше</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;До:</translation>
    </message>
    <message>
        <source>&amp;After:</source>
        <translation>П&amp;осле:</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Квота</translation>
    </message>
    <message>
        <source>Q&amp;uota:</source>
        <translation>&amp;Квота:</translation>
    </message>
    <message>
        <source>Leave free</source>
        <translation>Оставлять свободным</translation>
    </message>
    <message>
        <source>&amp;Leave free:</source>
        <translation>Ос&amp;тавлять свободным:</translation>
    </message>
    <message>
        <source> clips</source>
        <translation> фрагм.</translation>
    </message>
    <message>
        <source>%1 used now.</source>
        <translation>Сейчас занято %1.</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Папка для записей</translation>
    </message>
    <message>
        <source>When the limit is reached, the oldest recordings are deleted permanently.</source>
        <translation>При достижении предела самые старые записи удаляются безвозвратно.</translation>
    </message>
    <message>
        <source>This many of the newest clips of each class are never deleted, even above the limit.</source>
        <translation>Столько новейших фрагментов каждого класса никогда не удаляются, даже сверх предела.</translation>
    </message>
    <message>
        <source>Record de&amp;tected sounds</source>
        <translation>Записывать со&amp;бытия</translation>
    </message>
    <message>
        <source>Events are listed, but their audio is not saved.</source>
        <translation>События отмечаются, но их звук не сохраняется.</translation>
    </message>
    <message>
        <source>Continuous one-hour files, plus a clip for each event.</source>
        <translation>Непрерывные файлы по часу, а также фрагмент каждого события.</translation>
    </message>
    <message>
        <source>What to record</source>
        <translation>Что записывать</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Выб&amp;рать…</translation>
    </message>
    <message>
        <source>Folder for recordings. Empty: the folder shown in grey.</source>
        <translation>Куда идут записи. Пусто: папка, показанная серым.</translation>
    </message>
    <message>
        <source>WAV, readable by all programs</source>
        <translation>WAV, читается всюду</translation>
    </message>
    <message>
        <source>Both formats are lossless, 16 bit.</source>
        <translation>Оба формата без потерь, 16 бит.</translation>
    </message>
    <message>
        <source>Seconds of audio before the event to include in its clip.</source>
        <translation>Сколько секунд звука до события попадает в его фрагмент.</translation>
    </message>
    <message>
        <source>Seconds of audio after the event to include in its clip.</source>
        <translation>Сколько секунд звука после события попадает в его фрагмент.</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Место на диске</translation>
    </message>
    <message>
        <source>Limit di&amp;sk space to</source>
        <translation>Н&amp;е больше</translation>
    </message>
    <message>
        <source>Limit the disk space for recordings</source>
        <translation>Ограничить место под записи</translation>
    </message>
    <message>
        <source>Recording pauses while less than this is free on the disk.</source>
        <translation>Пока на диске свободно меньше, запись приостановлена.</translation>
    </message>
    <message>
        <source>&amp;Keep at least:</source>
        <translation>Хранить не &amp;менее:</translation>
    </message>
    <message>
        <source>Enter an absolute path (starting with /).</source>
        <translation>Введите полный путь (начиная с /).</translation>
    </message>
    <message>
        <source>The limit is too small for any recording. Enter a larger value.</source>
        <translation>Предел слишком мал для любой записи. Введите большее значение.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ReportDialog</name>
    <message>
        <source>Include &amp;paths of files and folders</source>
        <translation>Включить &amp;пути к файлам и папкам</translation>
    </message>
    <message>
        <source>Include the &amp;names of the classes</source>
        <translation>Включить &amp;названия классов</translation>
    </message>
    <message>
        <source>Check the text before you send it to anyone. Your user name and home folder are left out.</source>
        <translation>Прочитайте текст, прежде чем отправить его кому-либо. Имя пользователя и домашняя папка в нём не указаны.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Collecting the report…</source>
        <translation>Отчёт составляется…</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Отчёт скопирован в буфер обмена.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ResultFigures</name>
    <message>
        <source>%1: %2 of %3 windows</source>
        <translation>%1: %2 из %3 окон</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 тыс.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Сбалансированная точность</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Лучшая эпоха</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Balanced accuracy in training</source>
        <translation>Сбалансированная точность на обучении</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a figure&apos;s name and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation>Средняя точность (mAP)</translation>
    </message>
    <message>
        <source>Mean of the classes&apos; F1 at their thresholds, on the same clips</source>
        <translation>Среднее F1 классов при их порогах, на тех же клипах</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>Макро-F1</translation>
    </message>
    <message>
        <source>False alarms on noise</source>
        <translation>Ложные срабатывания на шуме</translation>
    </message>
    <message>
        <source>Inference time of one window on one thread of this computer</source>
        <translation>Одного окна в одном потоке этого компьютера</translation>
    </message>
    <message>
        <source>Mean recall of all classes on clips not used for training</source>
        <translation>Средняя полнота классов на фрагментах не из обучения</translation>
    </message>
    <message>
        <source>Mean over the classes, on clips not used for training: 100% if all clips with a sound score higher than all clips without it</source>
        <translation>Среднее по классам на клипах вне обучения: 100 %, если оценки всех клипов со звуком выше, чем у всех клипов без него</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ResultPage</name>
    <message>
        <source>&amp;Use now</source>
        <translation>&amp;Включить</translation>
    </message>
    <message>
        <source>Train &amp;again</source>
        <translation>Обучить &amp;снова</translation>
    </message>
    <message>
        <source>Model &amp;card…</source>
        <translation>&amp;Карточка модели…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Con&amp;fusions</source>
        <translation>&amp;Ошибки</translation>
    </message>
    <message>
        <source>C&amp;lasses</source>
        <translation>К&amp;лассы</translation>
    </message>
    <message>
        <source>Cu&amp;rves</source>
        <translation>К&amp;ривые</translation>
    </message>
    <message>
        <source>corrected clips: %1</source>
        <translation>исправлено фрагментов: %1</translation>
    </message>
    <message>
        <source>&amp;Show training</source>
        <translation>&amp;Показать обучение</translation>
    </message>
    <message>
        <source>The curves of this run, and how to continue it</source>
        <translation>Кривые этого запуска и как его продолжить</translation>
    </message>
    <message>
        <source>The model reports sounds in plain noise. Add a background class, record background noise for it, and train again.</source>
        <translation>Модель находит звуки в чистом шуме. Добавьте класс фона, запишите для него фоновый шум и обучите снова.</translation>
    </message>
    <message>
        <source>Save a cop&amp;y…</source>
        <translation>Сохранить коп&amp;ию…</translation>
    </message>
    <message>
        <source>Save the model and its card as one file. Nothing is uploaded.</source>
        <translation>Сохранить модель с карточкой одним файлом. Ничего не отправляется в сеть.</translation>
    </message>
    <message>
        <source>Adds the model to your models and listens with it</source>
        <translation>Добавляет модель к вашим и слушает с ней</translation>
    </message>
    <message>
        <source>The same settings again, with relabelled and excluded clips</source>
        <translation>Те же настройки ещё раз, с новыми метками и без исключённых фрагментов</translation>
    </message>
    <message>
        <source>Description, accuracy and licence of the model</source>
        <translation>Описание, точность и лицензия модели</translation>
    </message>
    <message>
        <source>Save the model file, and its card as text next to it</source>
        <translation>Файл модели и рядом её карточка как текст</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::Reviewer</name>
    <message>
        <source>review</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>All older events have a review.</source>
        <translation>Все более старые события проверены.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunComparison</name>
    <message>
        <source>&amp;Curves</source>
        <translation>&amp;Кривые</translation>
    </message>
    <message>
        <source>Se&amp;ttings that differ</source>
        <translation>&amp;Различия в настройках</translation>
    </message>
    <message>
        <source>Select one or more runs to see their curves.</source>
        <translation>Выберите один или несколько запусков, чтобы увидеть их кривые.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunControl</name>
    <message>
        <source>The training run was moved to the trash.</source>
        <translation>Обучение перемещено в корзину.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunLister</name>
    <message>
        <source>The runs cannot be listed: %1</source>
        <translation>Список запусков не составить: %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunModelActions</name>
    <message>
        <source>Export the model</source>
        <translation>Экспорт модели</translation>
    </message>
    <message>
        <source>Model and card as text (*.pt)</source>
        <translation>Модель и карточка как текст (*.pt)</translation>
    </message>
    <message>
        <source>Model and card as Markdown (*.pt)</source>
        <translation>Модель и карточка как Markdown (*.pt)</translation>
    </message>
    <message>
        <source>The model was saved as %1, and its card as %2.</source>
        <translation>Модель в %1, её карточка в %2.</translation>
    </message>
    <message>
        <source>Save the model as one file</source>
        <translation>Сохранить модель одним файлом</translation>
    </message>
    <message>
        <source>Models (*.pt)</source>
        <translation>Модели (*.pt)</translation>
    </message>
    <message>
        <source>The model and its card were saved as %1.</source>
        <translation>Модель в %1, карточка внутри.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunSettingsMenu</name>
    <message>
        <source>%1: balanced accuracy %2</source>
        <translation>%1: сбалансированная точность %2</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Из &amp;файла…</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Запусков пока нет</translation>
    </message>
    <message>
        <source>Settings of a run</source>
        <translation>Настройки запуска</translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation>Настройки (*.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>%1: mean average precision %2</source>
        <translation>%1: средняя точность (mAP) %2</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunTable</name>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunTableModel</name>
    <message>
        <source>%1 (search)</source>
        <translation>%1 (подбор)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Сбал. точность</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunsPage</name>
    <message>
        <source>Filter: name, state, data, recipe, network</source>
        <translation>Фильтр: имя, состояние, данные, рецепт, сеть</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Фильтр запусков</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>Resul&amp;t</source>
        <translation>Ре&amp;зультат</translation>
    </message>
    <message>
        <source>Use &amp;settings</source>
        <translation>Взять &amp;настройки</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Переименовать…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>Запусков: %1</translation>
    </message>
    <message>
        <source>Runs: %1 of %2</source>
        <translation>Запусков: %1 из %2</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>Переименовать запуск</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Имя:</translation>
    </message>
    <message>
        <source>Move the run “%1” and its model to the trash?</source>
        <translation>Переместить запуск «%1» и его модель в корзину?</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Удалить запуски</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>&amp;В корзину</translation>
    </message>
    <message numerus="yes">
        <source>Move %n runs and their models to the trash?</source>
        <translation>
            <numerusform>Переместить %n запуск и его модели в корзину?</numerusform>
            <numerusform>Переместить %n запуска и их модели в корзину?</numerusform>
            <numerusform>Переместить %n запусков и их модели в корзину?</numerusform>
        </translation>
    </message>
    <message>
        <source>Start a new run with the settings of this one</source>
        <translation>Начать новый запуск с настройками этого</translation>
    </message>
    <message>
        <source>Run names cannot contain / or begin with a dot.</source>
        <translation>В имени запуска нет знака «/», и оно не начинается с точки.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ScorePlot</name>
    <message>
        <source>Scores over time</source>
        <translation>Оценки во времени</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>0%</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>50%</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>100%</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SearchPage</name>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>&amp;Best result</source>
        <translation>&amp;Лучший результат</translation>
    </message>
    <message>
        <source>The result of the best trial so far</source>
        <translation>Результат лучшей пока попытки</translation>
    </message>
    <message>
        <source>&amp;Result of the trial</source>
        <translation>&amp;Результат попытки</translation>
    </message>
    <message>
        <source>The result of the selected trial</source>
        <translation>Результат выбранной попытки</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Попытка</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Аугментация</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Подбор</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>best so far: trial %1 with %2</source>
        <translation>лучшая пока: попытка %1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>Попытка %1</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>Оценивается</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Сбал. точность</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Started trials</source>
        <translation>Начатые попытки</translation>
    </message>
    <message>
        <source>Stops the search. The best trial so far is saved.</source>
        <translation>Останавливает подбор. Лучшая попытка сохраняется.</translation>
    </message>
    <message>
        <source>%1 of %2 trials started</source>
        <translation>начато попыток: %1 из %2</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SecondaryWindows</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SettingsComparison</name>
    <message>
        <source>Settings that differ</source>
        <translation>Различия в настройках</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Select two or more runs to see how their settings differ.</source>
        <translation>Выберите два или больше запусков, чтобы увидеть, чем различаются их настройки.</translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation>У этих запусков одинаковые настройки.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Распознавание</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Хранение</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Ctrl+wheel, + and − zoom; when frozen, wheel, arrows, Home and End move; Shift+drag selects, Esc clears</source>
        <translation>Ctrl+колесо, + и − меняют масштаб; во время стоп-кадра двигают колесо, стрелки, Home и End; Shift+перетаскивание выделяет, Esc снимает</translation>
    </message>
    <message>
        <source>Event lane</source>
        <translation>Дорожка событий</translation>
    </message>
    <message>
        <source>Left and Right step through the events</source>
        <translation>Влево и Вправо переходят между событиями</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Taught sounds</source>
        <translation>Выученные звуки</translation>
    </message>
    <message>
        <source>Space plays, F2 renames, Delete removes</source>
        <translation>Пробел — прослушать, F2 — переименовать, Delete — удалить</translation>
    </message>
    <message>
        <source>Up and Down select, Left and Right move the threshold, P pins, H ignores, Backspace resets</source>
        <translation>Вверх и Вниз выбирают, Влево и Вправо двигают порог, P закрепляет, H игнорирует, Backspace сбрасывает</translation>
    </message>
    <message>
        <source>Live spectrogram</source>
        <translation>Живая спектрограмма</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundSetEditor</name>
    <message>
        <source>My sounds</source>
        <translation>Мои звуки</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Renaming the class</source>
        <translation>Переименование класса</translation>
    </message>
    <message>
        <source>Deleting clips</source>
        <translation>Удаление фрагментов</translation>
    </message>
    <message>
        <source>Deleting the class</source>
        <translation>Удаление класса</translation>
    </message>
    <message>
        <source>Undo deleting “%1”</source>
        <translation>Вернуть «%1»</translation>
    </message>
    <message numerus="yes">
        <source>Undo deleting %Ln clips</source>
        <translation>
            <numerusform>Вернуть %Ln фрагмент</numerusform>
            <numerusform>Вернуть %Ln фрагмента</numerusform>
            <numerusform>Вернуть %Ln фрагментов</numerusform>
        </translation>
    </message>
    <message>
        <source>The audio of this selection is no longer available.</source>
        <translation>Звук выделенного больше недоступен.</translation>
    </message>
    <message>
        <source>The selection was added to “%1” in “%2”.</source>
        <translation>Выделенное добавлено в «%1» в наборе «%2».</translation>
    </message>
    <message>
        <source>Files of unsupported types were skipped: %1, such as “%2”.</source>
        <translation>Пропущены звуки неподдерживаемых форматов: %1, среди них «%2».</translation>
    </message>
    <message>
        <source>Creating the data set</source>
        <translation>Создание набора</translation>
    </message>
    <message>
        <source>Opening the data set</source>
        <translation>Открытие набора</translation>
    </message>
    <message>
        <source>Renaming the data set</source>
        <translation>Переименование набора</translation>
    </message>
    <message>
        <source>Creating the example</source>
        <translation>Создание звуков примера</translation>
    </message>
    <message>
        <source>Copying the clips</source>
        <translation>Копирование звуков</translation>
    </message>
    <message>
        <source>Creating the class</source>
        <translation>Создание класса</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Копирование звуков</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files were added to “%1”.</source>
        <translation>
            <numerusform>%Ln звук добавлен в «%1».</numerusform>
            <numerusform>%Ln звука добавлены в «%1».</numerusform>
            <numerusform>%Ln звуков добавлены в «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving the clips</source>
        <translation>Запись фрагментов</translation>
    </message>
    <message>
        <source>Saving the clip</source>
        <translation>Запись фрагмента</translation>
    </message>
    <message>
        <source>Deleting the data set</source>
        <translation>Удаление набора</translation>
    </message>
    <message>
        <source>Restoring deleted items</source>
        <translation>Возвращение удалённого</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundsPage</name>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Problems (%L1)</source>
        <translation>Проблемы (%L1)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>what it is, what is in it</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Отпустите, чтобы открыть</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>Проверка файлов</translation>
    </message>
    <message>
        <source>A model needs at least two classes with clips. Create a class, or record the background.</source>
        <translation>Модели нужно не менее двух классов с фрагментами. Создайте класс или запишите фон.</translation>
    </message>
    <message>
        <source>your own data set</source>
        <translation>ваш набор данных</translation>
    </message>
    <message>
        <source>Reading “%1”</source>
        <translation>Просмотр «%1»</translation>
    </message>
    <message>
        <source>Drop sounds on a class tile to add them.</source>
        <translation>Чтобы добавить звуки, перетащите их на плитку класса.</translation>
    </message>
    <message>
        <source>A folder with one folder per class, a data set, or a table of files and labels</source>
        <translation>Папка с папкой для каждого класса, набор данных или таблица файлов и меток</translation>
    </message>
    <message>
        <source>Unknown class. Drop sounds on the tile of their class.</source>
        <translation>Неизвестно, какой это класс. Перетащите звуки на плитку их класса.</translation>
    </message>
    <message>
        <source>A model needs many clips. Drop the folder that contains them, or create your own data set.</source>
        <translation>Модели нужно много фрагментов. Перетащите папку с ними или создайте свой набор данных.</translation>
    </message>
    <message>
        <source>Drop one data set at a time: the folder that contains all clips.</source>
        <translation>По одному набору данных за раз: перетащите папку, в которой они все.</translation>
    </message>
    <message>
        <source>Not all files were checked. Broken files are found during training.</source>
        <translation>Проверены не все файлы; повреждённые обнаружатся только при обучении.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SourceBar</name>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>&amp;Sounds:</source>
        <translation>&amp;Звуки:</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Copy to my sounds…</source>
        <translation>Скопировать к моим звукам…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>A data set in a folder</source>
        <translation>Набор данных в папке</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>Открыть таблицу…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Your own data set with copies of these clips, to which you can add classes, recordings and background noise</source>
        <translation>Свой набор с копиями этих фрагментов, чтобы добавлять классы, записи и фоновый шум</translation>
    </message>
    <message>
        <source>Rename this data set</source>
        <translation>Переименовать этот набор</translation>
    </message>
    <message>
        <source>Move this data set to the trash</source>
        <translation>Переместить этот набор в корзину</translation>
    </message>
    <message>
        <source>New data set…</source>
        <translation>Новый набор…</translation>
    </message>
    <message>
        <source>A new, empty data set</source>
        <translation>Пустой набор для своих звуков</translation>
    </message>
    <message>
        <source>A CSV or TSV table with a column of files and one of labels</source>
        <translation>CSV или TSV со столбцом файлов и столбцом меток</translation>
    </message>
    <message>
        <source>Rename data set</source>
        <translation>Переименовать набор</translation>
    </message>
    <message>
        <source>Copy to my sounds</source>
        <translation>Скопировать к моим звукам</translation>
    </message>
    <message>
        <source>New data set</source>
        <translation>Новый набор</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SpectrogramView</name>
    <message>
        <source>Live spectrogram</source>
        <translation>Живая спектрограмма</translation>
    </message>
    <message>
        <source>Jump to now</source>
        <translation>К текущему моменту</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Running; %1 visible</source>
        <translation>Идёт; видно %1</translation>
    </message>
    <message>
        <source>Frozen; %1</source>
        <translation>Стоп-кадр; %1</translation>
    </message>
    <message>
        <source>%1 · %2 Hz · %3 dB</source>
        <translation>%1 · %2 Гц · %3 дБ</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, с %2 до %3</translation>
    </message>
    <message>
        <source>Return to the live view</source>
        <translation>Пустить спектрограмму дальше с того, что слышно сейчас</translation>
    </message>
    <message>
        <source>Now (%1 ago)</source>
        <translation>Сейчас (отставание %1)</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StartPane</name>
    <message>
        <source>&amp;Open a folder of sounds</source>
        <translation>&amp;Открыть папку со звуками</translation>
    </message>
    <message>
        <source>&amp;Record my own</source>
        <translation>&amp;Записать свои</translation>
    </message>
    <message>
        <source>&amp;Try the example</source>
        <translation>&amp;Попробовать пример</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Папка…</translation>
    </message>
    <message>
        <source>&amp;Table…</source>
        <translation>&amp;Таблица…</translation>
    </message>
    <message>
        <source>What should Earwitness learn to recognise?</source>
        <translation>Что должен научиться распознавать Earwitness?</translation>
    </message>
    <message>
        <source>A model learns from examples: clips of each sound, and clips of background noise without them.</source>
        <translation>Модель учится на примерах: фрагменты каждого звука и фрагменты фонового шума без них.</translation>
    </message>
    <message>
        <source>Train a model on 140 synthetic sounds in seven classes. Takes about three minutes.</source>
        <translation>Обучить модель на 140 синтезированных звуках семи классов. Займёт около трёх минут.</translation>
    </message>
    <message>
        <source>&amp;Continue with my sounds</source>
        <translation>&amp;Продолжить с моими звуками</translation>
    </message>
    <message>
        <source>Drop or choose a data set: one folder per class, ESC-50, UrbanSound8K, or a table of files and labels.</source>
        <translation>Перетащите её сюда или выберите: папка для каждого класса, ESC-50, UrbanSound8K или таблица файлов и меток.</translation>
    </message>
    <message>
        <source>Create classes and record clips of each with the microphone, or drop files on them.</source>
        <translation>Назовите свои звуки и запишите каждый несколько раз с микрофона или перетащите на них файлы.</translation>
    </message>
    <message>
        <source>You have no data set yet.</source>
        <translation>Своего набора у вас ещё нет.</translation>
    </message>
    <message>
        <source>Your recordings and classes.</source>
        <translation>Записи и классы, которые вы создали раньше.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StartUp</name>
    <message>
        <source>No model was found. Open one from the Model menu.</source>
        <translation>Модель не найдена. Откройте её через меню «Модель».</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StatusLine</name>
    <message>
        <source>No model</source>
        <translation>Нет модели</translation>
    </message>
    <message>
        <source>%1 · starting</source>
        <translation>%1 · запускается</translation>
    </message>
    <message>
        <source>%1 · ready</source>
        <translation>%1 · готова</translation>
    </message>
    <message>
        <source>%1 · restarting</source>
        <translation>%1 · запускается снова</translation>
    </message>
    <message>
        <source>%1 · not running</source>
        <translation>%1 · не работает</translation>
    </message>
    <message>
        <source>Restarts: %1</source>
        <translation>Перезапусков: %1</translation>
    </message>
    <message>
        <source>%1 · not answering</source>
        <translation>%1 · не отвечает</translation>
    </message>
    <message>
        <source>The model does not answer.</source>
        <translation>Модель не отвечает.</translation>
    </message>
    <message>
        <source>%1 No sounds are detected until it answers. Wait, or choose another model in the Model menu.</source>
        <translation>%1 Пока она не ответит, звуки не распознаются. Подождите или выберите другую модель в меню «Модель».</translation>
    </message>
    <message>
        <source>The model process has ended and is being restarted. Listening continues.</source>
        <translation>Процесс модели завершился и запускается снова; прослушивание идёт.</translation>
    </message>
    <message>
        <source>The model process is not running.</source>
        <translation>Процесс модели не работает.</translation>
    </message>
    <message>
        <source>%1
Classes: %2
%3</source>
        <translation>%1
Классов: %2
%3</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StoragePage</name>
    <message>
        <source>Event store</source>
        <translation>Хранилище событий</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Размер:</translation>
    </message>
    <message>
        <source>As written, without a time zone</source>
        <translation>Как указано, без часового пояса</translation>
    </message>
    <message>
        <source>Time zone of this computer</source>
        <translation>Часовой пояс этого компьютера</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>Часовой &amp;пояс:</translation>
    </message>
    <message>
        <source>&amp;Store every event</source>
        <translation>&amp;Хранить каждое событие</translation>
    </message>
    <message>
        <source>Stores class, time, scores and review of every event, as shown in History.</source>
        <translation>Сохраняет класс, время, оценки и проверку каждого события для истории.</translation>
    </message>
    <message>
        <source>An SQLite file, readable by any SQLite tool.</source>
        <translation>Файл SQLite; его читает любая программа для таких файлов.</translation>
    </message>
    <message>
        <source>Start times of recordings</source>
        <translation>Время начала записей</translation>
    </message>
    <message>
        <source>Time zone for start times in file names and metadata that do not include one. You can also enter an offset such as +02:00.</source>
        <translation>В этом поясе понимается время начала из имён файлов и метаданных, если в них пояс не указан. Можно ввести и смещение, например +02:00.</translation>
    </message>
    <message>
        <source>Unknown time zone.</source>
        <translation>Такого часового пояса нет.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SuggestionsDialog</name>
    <message>
        <source>Suggested thresholds</source>
        <translation>Предлагаемые пороги</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Проверено</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>Of the reviewed events</source>
        <translation>Из проверенных событий</translation>
    </message>
    <message>
        <source>These values best separate the events you marked correct from those you marked wrong. Ticked values will be applied.</source>
        <translation>Эти значения лучше всего отделяют события, отмеченные верными, от отмеченных неверными. Выбранные значения будут применены.</translation>
    </message>
    <message>
        <source>Apply &amp;thresholds</source>
        <translation>&amp;Применить пороги</translation>
    </message>
    <message>
        <source>%1 correct, %2 wrong</source>
        <translation>верно: %1, неверно: %2</translation>
    </message>
    <message>
        <source>%1 false alarms removed, %2 correct events lost</source>
        <translation>ложных срабатываний меньше на %1, верных событий — на %2</translation>
    </message>
    <message>
        <source>Min. duration</source>
        <translation>Мин. длительность</translation>
    </message>
    <message>
        <source>There is nothing to suggest yet. A class needs at least four reviewed events, including a wrong one. Select events in the list and press Y or N.</source>
        <translation>Предложить пока нечего. Классу нужно не менее четырёх проверенных событий, среди них неверное: выбирайте события в списке и нажимайте Y или N.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TaughtDialog</name>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Прослушать</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Пере&amp;именовать</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Taught sounds</source>
        <translation>Выученные звуки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Send to &amp;data set…</source>
        <translation>В &amp;набор данных…</translation>
    </message>
    <message>
        <source>Play the clip (Space)</source>
        <translation>Прослушать клип (Пробел)</translation>
    </message>
    <message>
        <source>Rename the class (F2)</source>
        <translation>Переименовать класс (F2)</translation>
    </message>
    <message>
        <source>Remove the example or the class (Delete)</source>
        <translation>Удалить пример или класс (Delete)</translation>
    </message>
    <message>
        <source>&amp;Train a model with these clips…</source>
        <translation>О&amp;бучить модель на этих клипах…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Ещё</translation>
    </message>
    <message>
        <source>Select part of the live spectrogram or of a file, or an event, and press Teach… What the model learns is listed here.</source>
        <translation>Выделите часть живой спектрограммы или файла либо событие и нажмите «Обучить…». Здесь показано, чему научилась модель.</translation>
    </message>
    <message>
        <source>Save the clips of all examples as a data set, and open it for training</source>
        <translation>Сохранить клипы всех примеров как набор данных и открыть с ним обучение</translation>
    </message>
    <message>
        <source>Save the clips of all examples to a data set folder</source>
        <translation>Сохранить клипы всех примеров в папку набора данных</translation>
    </message>
    <message>
        <source>Create a model from the taught sounds, export or import them</source>
        <translation>Создать модель из выученных звуков, экспортировать или импортировать их</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TaughtFileMenu</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>Сохранить модель</translation>
    </message>
    <message>
        <source>model with taught sounds</source>
        <comment>name of a file</comment>
        <translation>модель с выученными звуками</translation>
    </message>
    <message>
        <source>Models (*.pt)</source>
        <translation>Модели (*.pt)</translation>
    </message>
    <message>
        <source>Export taught sounds</source>
        <translation>Экспорт выученных звуков</translation>
    </message>
    <message>
        <source>taught sounds</source>
        <comment>name of a file</comment>
        <translation>выученные звуки</translation>
    </message>
    <message>
        <source>Taught sounds (*.earwitness-taught)</source>
        <translation>Выученные звуки (*.earwitness-taught)</translation>
    </message>
    <message>
        <source>Import taught sounds</source>
        <translation>Импорт выученных звуков</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>&amp;Create a model from it…</source>
        <translation>&amp;Создать из них модель…</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TaughtList</name>
    <message>
        <source>Taught sounds</source>
        <translation>Выученные звуки</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Нечто иное</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TeachController</name>
    <message>
        <source>Taught sounds</source>
        <comment>name of a data set</comment>
        <translation>Выученные звуки</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, с %2 до %3</translation>
    </message>
    <message numerus="yes">
        <source>%n selected events</source>
        <translation>
            <numerusform>%n выбранное событие</numerusform>
            <numerusform>%n выбранных события</numerusform>
            <numerusform>%n выбранных событий</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the sound first: part of a file&apos;s spectrogram, part of the live spectrogram (drag across it while it is frozen, or hold Shift and drag), or an event in the list.</source>
        <translation>Сначала выделите звук: часть спектрограммы файла, часть живой спектрограммы (проведите по ней во время стоп-кадра или с нажатой Shift) либо событие в списке.</translation>
    </message>
    <message>
        <source>The audio of this event was not saved, so nothing can be learned from it. Turn on the recorder to save the audio of events.</source>
        <translation>Звук этого события не сохранён, поэтому учиться не на чем. Включите запись, чтобы сохранять звук событий.</translation>
    </message>
    <message>
        <source>“%1” cannot learn from this false alarm: its audio was not saved.</source>
        <translation>«%1» не может учиться на этом ложном срабатывании: его звук не сохранён.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TeachDialog</name>
    <message>
        <source>&amp;Teach</source>
        <translation>О&amp;бучить</translation>
    </message>
    <message>
        <source>Teach a sound</source>
        <translation>Научить звуку</translation>
    </message>
    <message>
        <source>Name of the sound</source>
        <translation>Название звука</translation>
    </message>
    <message>
        <source>&amp;What is it?</source>
        <translation>&amp;Что это?</translation>
    </message>
    <message>
        <source>The model detects this sound from now on, also in files.</source>
        <translation>Отныне модель распознаёт этот звук, также в файлах.</translation>
    </message>
    <message>
        <source>Sound:</source>
        <translation>Звук:</translation>
    </message>
    <message>
        <source>A new name, or one from the list</source>
        <translation>Новое название или одно из списка</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TeacherHost</name>
    <message>
        <source>The model is still being opened.</source>
        <translation>Модель ещё открывается.</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Модель не открыта.</translation>
    </message>
    <message>
        <source>“%1” has learned that this was something else.</source>
        <translation>«%1»: выучено, что это было нечто иное.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln examples imported from “%1”.</source>
        <translation>
            <numerusform>Из «%1» импортирован %Ln пример.</numerusform>
            <numerusform>Из «%1» импортированы %Ln примера.</numerusform>
            <numerusform>Из «%1» импортировано %Ln примеров.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln examples of another model were skipped because they have no recording.</source>
        <translation>
            <numerusform>Пропущен %Ln пример другой модели: у него нет записи.</numerusform>
            <numerusform>Пропущены %Ln примера другой модели: у них нет записей.</numerusform>
            <numerusform>Пропущено %Ln примеров другой модели: у них нет записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>The taught sounds were exported to “%1”.</source>
        <translation>Обученные звуки экспортированы в «%1».</translation>
    </message>
    <message>
        <source>Creating the model…</source>
        <translation>Создаётся модель…</translation>
    </message>
    <message>
        <source>The model “%1” was saved as “%2”.</source>
        <translation>Модель «%1» сохранена как «%2».</translation>
    </message>
    <message>
        <source>“%1” was learned. %2.</source>
        <translation>«%1» выучено. %2.</translation>
    </message>
    <message>
        <source>All examples in “%1” already exist.</source>
        <translation>Все примеры из «%1» уже есть.</translation>
    </message>
    <message>
        <source>What was learned from this false alarm is forgotten.</source>
        <translation>То, чему научила эта ложная тревога, забыто.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainSettingsPage</name>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Пресеты</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>Настройки обучения</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>Settings of an earlier run</source>
        <translation>Настройки прежнего запуска</translation>
    </message>
    <message>
        <source>Takes the settings of an earlier run for these sounds</source>
        <translation>Берёт для этих звуков настройки прежнего запуска</translation>
    </message>
    <message>
        <source>%1: classes %2, clips %3</source>
        <translation>%1: классов %2, фрагментов %3</translation>
    </message>
    <message>
        <source>Start search</source>
        <translation>Начать подбор</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Начать обучение</translation>
    </message>
    <message>
        <source>All s&amp;ettings</source>
        <translation>&amp;Все настройки</translation>
    </message>
    <message>
        <source>No sounds are selected yet.</source>
        <translation>Звуки ещё не выбраны.</translation>
    </message>
    <message>
        <source>Reason why the training cannot start</source>
        <translation>Почему нельзя начать</translation>
    </message>
    <message>
        <source>The list of networks could not be read. %1</source>
        <translation>Неизвестно, из каких сетей выбирать. %1</translation>
    </message>
    <message>
        <source>Choose sounds first. A folder with a few clips of each class is enough.</source>
        <translation>Сначала выберите звуки: хватит папки с несколькими фрагментами каждого класса.</translation>
    </message>
    <message>
        <source>Reading the models…</source>
        <translation>Чтение моделей…</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainingPage</name>
    <message>
        <source>Progress of the training</source>
        <translation>Ход обучения</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>П&amp;родолжить</translation>
    </message>
    <message>
        <source>Show r&amp;esult</source>
        <translation>По&amp;казать результат</translation>
    </message>
    <message>
        <source>No training</source>
        <translation>Обучения нет</translation>
    </message>
    <message>
        <source>Choose sounds and settings first, then start a training.</source>
        <translation>Сначала выберите звуки и настройки, затем начните обучение.</translation>
    </message>
    <message>
        <source>The curves begin with the first epoch.</source>
        <translation>Кривые начнутся с первой эпохи.</translation>
    </message>
    <message>
        <source>There is no model before the first epoch</source>
        <translation>До конца первой эпохи модели нет</translation>
    </message>
    <message>
        <source>Move the training “%1”, its curves and its models to the trash?</source>
        <translation>Переместить обучение «%1», его кривые и модели в корзину?</translation>
    </message>
    <message>
        <source>Discard training</source>
        <translation>Удалить обучение</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unusable clips are skipped.</source>
        <translation>
            <numerusform>%Ln негодный фрагмент пропущен.</numerusform>
            <numerusform>%Ln негодных фрагмента пропущены.</numerusform>
            <numerusform>%Ln негодных фрагментов пропущены.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop and save best</source>
        <translation>&amp;Остановить, оставить лучшее</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainingStudio</name>
    <message>
        <source>Train a model</source>
        <translation>Обучение модели</translation>
    </message>
    <message>
        <source>1  Sounds</source>
        <translation>1  Звуки</translation>
    </message>
    <message>
        <source>2  Settings</source>
        <translation>2  Настройки</translation>
    </message>
    <message>
        <source>3  Training</source>
        <translation>3  Обучение</translation>
    </message>
    <message>
        <source>4  Result</source>
        <translation>4  Результат</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Все запуски</translation>
    </message>
    <message>
        <source>“%1” is still being trained.</source>
        <translation>«%1» ещё обучается.</translation>
    </message>
    <message>
        <source>Training is still running</source>
        <translation>Обучение продолжается</translation>
    </message>
    <message>
        <source>It can keep running after you close this window or Earwitness. If you stop it, you can resume later. To see it again, choose “Train a model”.</source>
        <translation>Оно может идти и после закрытия этого окна или Earwitness. Остановленное обучение можно продолжить позже. Чтобы увидеть его снова, выберите «Обучить модель».</translation>
    </message>
    <message>
        <source>&amp;Leave it running</source>
        <translation>&amp;Пусть идёт</translation>
    </message>
    <message>
        <source>&amp;Stop training</source>
        <translation>&amp;Остановить обучение</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::WaveformView</name>
    <message>
        <source>Waveform of the file</source>
        <translation>Волна файла</translation>
    </message>
    <message>
        <source>%1 · silence</source>
        <translation>%1 · тишина</translation>
    </message>
    <message>
        <source>%1 · peak %2 dBFS</source>
        <translation>%1 · пик %2 dBFS</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::WhyDialog</name>
    <message>
        <source>It was reported.</source>
        <translation>Отмечено.</translation>
    </message>
    <message>
        <source>It stayed well below the threshold.</source>
        <translation>Осталось намного ниже порога.</translation>
    </message>
    <message>
        <source>Nothing was scored at %1.</source>
        <translation>На %1 ничего не оценивалось.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Оценки</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>A more specific class was reported instead.</source>
        <translation>Вместо него отмечен более точный класс.</translation>
    </message>
    <message>
        <source>It started within the minimum gap after the previous event of this class.</source>
        <translation>Началось раньше, чем истекла пауза после прошлого события класса.</translation>
    </message>
    <message>
        <source>It was no louder than the room noise.</source>
        <translation>Не громче шума помещения.</translation>
    </message>
    <message>
        <source>This class is ignored.</source>
        <translation>Этот класс игнорируется.</translation>
    </message>
    <message>
        <source>Why was this (not) reported?</source>
        <translation>Почему (не) отмечено?</translation>
    </message>
    <message>
        <source>Class scores at %1 compared with their thresholds.</source>
        <translation>Оценки классов на %1 в сравнении с порогами.</translation>
    </message>
    <message>
        <source>Raw score</source>
        <translation>Без сглаживания</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Background class: never reported.</source>
        <translation>Класс фона: не отмечается.</translation>
    </message>
    <message>
        <source>It was reported slightly earlier or later.</source>
        <translation>Отмечено, чуть раньше или позже.</translation>
    </message>
    <message>
        <source>It came near the threshold, but stayed below it.</source>
        <translation>Подошло близко, но осталось ниже порога.</translation>
    </message>
    <message>
        <source>It was shorter than the minimum duration of this class.</source>
        <translation>Кончилось раньше наименьшей длительности класса.</translation>
    </message>
</context>
</TS>
