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
        <source>Listens, draws what it hears, and names it. Nothing leaves this machine.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Слушает, рисует услышанное и называет звуки. Ничто не покидает этот компьютер.&lt;br&gt;&lt;br&gt;Свободная программа на условиях Стандартной общественной лицензии GNU версии 3 или новее.</translation>
    </message>
</context>
<context>
    <name>ClassTableModel</name>
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
        <source>At least</source>
        <translation>Не короче</translation>
    </message>
    <message>
        <source>Shorter events are not reported</source>
        <translation>Более короткие события не отмечаются</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>No new event of the class for so long after one</source>
        <translation>Столько времени после события класса нового не будет</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Not shown, no events, not recorded</source>
        <translation>Не показывать, без событий и записи</translation>
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
    <name>CommandLine</name>
    <message>
        <source>Listens to the microphone, draws what it hears, and says what it is.</source>
        <translation>Слушает микрофон, рисует услышанное и говорит, что это.</translation>
    </message>
    <message>
        <source>Use this model file.</source>
        <translation>Взять этот файл модели.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>Do not listen until asked to.</source>
        <translation>Не слушать, пока не попросят.</translation>
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
        <source>Speak this language: %1.</source>
        <translation>Говорить на этом языке: %1.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>Append what is heard to this file, one JSON object a line.</source>
        <translation>Дописывать услышанное в этот файл, по объекту JSON в строке.</translation>
    </message>
    <message>
        <source>Save a picture of the window, and quit.</source>
        <translation>Сохранить снимок окна и выйти.</translation>
    </message>
    <message>
        <source>Seconds before the picture is taken.</source>
        <translation>Через сколько секунд сделать снимок.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>Print how long the start took, in milliseconds, as a JSON object.</source>
        <translation>Напечатать, сколько занял запуск, в миллисекундах, объектом JSON.</translation>
    </message>
    <message>
        <source>Print at the end how listening went, as a JSON object: windows, losses, delays.</source>
        <translation>Напечатать в конце, как прошло прослушивание, объектом JSON: окна, потери, задержки.</translation>
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
        <source>--language knows %1 only.</source>
        <translation>--language знает только %1.</translation>
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
        <source>--log-level is one of debug, info, warning and error.</source>
        <translation>Для --log-level есть значения debug, info, warning и error.</translation>
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
        <source>A random stretch instead of the whole window; all examples of a batch get one length</source>
        <translation>Случайный отрезок вместо целого окна; у всех примеров батча одна длина</translation>
    </message>
    <message>
        <source>Moves the sound up or down in frequency</source>
        <translation>Сдвигает звук вверх или вниз по частоте</translation>
    </message>
    <message>
        <source>Changes the speed</source>
        <translation>Меняет скорость</translation>
    </message>
    <message>
        <source>Starts anywhere; what leaves at the end comes in at the start</source>
        <translation>Начинает с любого места; ушедшее в конце возвращается в начале</translation>
    </message>
    <message>
        <source>Moves the sound in time; what is empty is filled with silence</source>
        <translation>Сдвигает звук по времени; пустое заполняется тишиной</translation>
    </message>
    <message>
        <source>Makes it louder or softer</source>
        <translation>Делает громче или тише</translation>
    </message>
    <message>
        <source>Bends the spectrum, as rooms and microphones do (FilterAugment, Nam et al., 2022)</source>
        <translation>Искривляет спектр, как это делают помещения и микрофоны (FilterAugment, Nam et al., 2022)</translation>
    </message>
    <message>
        <source>Takes away everything above a frequency, as cheap microphones and telephones do</source>
        <translation>Срезает всё выше некоторой частоты, как дешёвые микрофоны и телефоны</translation>
    </message>
    <message>
        <source>Adds generated noise or hum</source>
        <translation>Добавляет синтезированный шум или гул</translation>
    </message>
    <message>
        <source>Mixes two clips&apos; pictures and labels (Zhang et al., 2018)</source>
        <translation>Смешивает спектрограммы и метки двух фрагментов (Zhang et al., 2018)</translation>
    </message>
    <message>
        <source>Mixes two clips&apos; powers at equal level, and their labels (Tokozume et al., 2018)</source>
        <translation>Смешивает мощности двух фрагментов на равном уровне, а также их метки (Tokozume et al., 2018)</translation>
    </message>
    <message>
        <source>Covers bands (SpecAugment, Park et al., 2019)</source>
        <translation>Закрывает полосы (SpecAugment, Park et al., 2019)</translation>
    </message>
    <message>
        <source>Covers frames (SpecAugment)</source>
        <translation>Закрывает кадры (SpecAugment)</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>share of the batches</source>
        <translation>доля батчей</translation>
    </message>
    <message>
        <source>share of the examples</source>
        <translation>доля примеров</translation>
    </message>
    <message>
        <source>mel bands, fractions too</source>
        <translation>мел-полосы, можно дробные</translation>
    </message>
    <message>
        <source>between 1 / (1 + share) and 1 + share times as fast</source>
        <translation>скорость от 1 / (1 + доля) до 1 + доля</translation>
    </message>
    <message>
        <source>of the window, at most</source>
        <translation>не больше этой доли окна</translation>
    </message>
    <message>
        <source>at most, either way</source>
        <translation>не больше, в обе стороны</translation>
    </message>
    <message>
        <source>dB at most, either way</source>
        <translation>дБ, не больше, в обе стороны</translation>
    </message>
    <message>
        <source>points between which the gain is a straight line</source>
        <translation>точки, между которыми усиление меняется по прямой</translation>
    </message>
    <message>
        <source>Hz, the lowest limit that is drawn</source>
        <translation>Гц, нижняя граница выбора</translation>
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
        <source>of the Beta distribution of their shares</source>
        <translation>бета-распределения долей</translation>
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
        <source>The report&apos;s: 1-D residual convolutions, CLS token, Transformer encoder, SwiGLU</source>
        <translation>Из отчёта: остаточные одномерные свёртки, токен CLS, кодировщик Transformer, SwiGLU</translation>
    </message>
    <message>
        <source>channels of the convolutions and width of the encoder</source>
        <translation>каналы свёрток и ширина кодировщика</translation>
    </message>
    <message>
        <source>share of values dropped in training</source>
        <translation>доля значений, отбрасываемых при обучении</translation>
    </message>
    <message>
        <source>width of the encoder layers&apos; feed-forward network</source>
        <translation>ширина полносвязной сети в слоях кодировщика</translation>
    </message>
    <message>
        <source>attention heads; they divide the channels</source>
        <translation>головы внимания; на них делятся каналы</translation>
    </message>
    <message>
        <source>encoder layers, 1 to 4</source>
        <translation>слои кодировщика, от 1 до 4</translation>
    </message>
    <message>
        <source>learned positions only: points of the table over 12.8 s, between which it is interpolated; 512: one for each step</source>
        <translation>только для обучаемых позиций: точки таблицы на 12,8 с, между которыми она интерполируется; 512: по одной на шаг</translation>
    </message>
    <message>
        <source>how a moment knows its place</source>
        <translation>как момент узнаёт своё место</translation>
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
        <source>share of values dropped before the head in training</source>
        <translation>доля значений, отбрасываемых перед выходом при обучении</translation>
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
        <source>[bands, time] of the maximum after each convolution</source>
        <translation>[полосы, время] максимума после каждой свёртки</translation>
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
        <source>[bands, time] of a patch, in rows and steps of what the stem leaves</source>
        <translation>[полосы, время] участка, в строках и шагах того, что оставляет вход</translation>
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
        <source>loudest moments of a channel and band whose mean counts</source>
        <translation>самые громкие моменты канала и полосы, по которым берётся среднее</translation>
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
        <source>the same sound</source>
        <translation>тот же звук</translation>
    </message>
    <message>
        <source>it is listed twice, there as &apos;%1&apos;</source>
        <translation>указан дважды, там как «%1»</translation>
    </message>
    <message>
        <source>the same sound, there as &apos;%1&apos;</source>
        <translation>тот же звук, там как «%1»</translation>
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
        <source>%1 % of each class to validate</source>
        <translation>на проверку %1 % каждого класса</translation>
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
        <source>The class &apos;%1&apos; has no usable clip; mend or remove the class.</source>
        <translation>В классе «%1» нет годных фрагментов; исправьте или удалите класс.</translation>
    </message>
    <message>
        <source>A model needs at least two classes; &apos;%1&apos; has one.</source>
        <translation>Модели нужно не менее двух классов; в «%1» один.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; has no clip to train with.</source>
        <translation>У класса «%1» нет фрагментов для обучения.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; and %2 more have no clip to train with.</source>
        <translation>У класса «%1» и ещё %2 нет фрагментов для обучения.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; has no clip to validate with, so the figures say nothing of that.</source>
        <translation>У класса «%1» нет фрагментов для проверки, и о нём показатели ничего не говорят.</translation>
    </message>
    <message>
        <source>The class &apos;%1&apos; and %2 more have no clip to validate with, so the figures say nothing of that.</source>
        <translation>У класса «%1» и ещё %2 нет фрагментов для проверки, и о них показатели ничего не говорят.</translation>
    </message>
    <message>
        <source>One recording stands on both sides of the split (&apos;%1&apos; trains and &apos;%2&apos; validates), so the figures may be too good.</source>
        <translation>Одна запись попала на обе стороны разбиения («%1» обучает, «%2» проверяет), поэтому показатели могут быть завышены.</translation>
    </message>
    <message>
        <source>%1 recordings stand on both sides of the split (such as: &apos;%2&apos; trains and &apos;%3&apos; validates), so the figures may be too good.</source>
        <translation>Записей на обеих сторонах разбиения: %1 (например, «%2» обучает, «%3» проверяет), поэтому показатели могут быть завышены.</translation>
    </message>
    <message>
        <source>The same recording stands on both sides of the split (&apos;%1&apos; trains and &apos;%2&apos; validates); split by source, or insist with --allow-shared-sources.</source>
        <translation>Одна и та же запись попала на обе стороны разбиения («%1» обучает, «%2» проверяет); разбейте по источникам или настойте на своём: --allow-shared-sources.</translation>
    </message>
    <message>
        <source>The recording &apos;%1&apos; stands on both sides of the split (&apos;%2&apos; trains and &apos;%3&apos; validates); split by source, or insist with --allow-shared-sources.</source>
        <translation>Запись «%1» попала на обе стороны разбиения («%2» обучает, «%3» проверяет); разбейте по источникам или настойте на своём: --allow-shared-sources.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; has no folds to choose from.</source>
        <translation>В наборе данных «%1» нет фолдов для выбора.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; does not say which of its clips train and which validate.</source>
        <translation>В наборе данных «%1» не сказано, какие фрагменты для обучения, а какие для проверки.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; does not say which recording a clip was cut from; split it another way.</source>
        <translation>В наборе данных «%1» не сказано, из какой записи вырезан фрагмент; разбейте иначе.</translation>
    </message>
    <message>
        <source>There is no folder &apos;%1&apos;.</source>
        <translation>Папки «%1» нет.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a single sound; name the folder that holds the data set.</source>
        <translation>«%1» — отдельный звук; укажите папку с набором данных.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; holds no audio files in folders named after their class.</source>
        <translation>В папке «%1» нет звуковых файлов в папках с именами классов.</translation>
    </message>
    <message>
        <source>The data set &apos;%1&apos; (layout %2) lists no clip with a label.</source>
        <translation>В наборе данных «%1» (структура %2) нет ни одного фрагмента с меткой.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; holds no table (.csv or .tsv); name one with --table.</source>
        <translation>В папке «%1» нет таблицы (.csv или .tsv); укажите её: --table.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; holds several tables; name one with --table.</source>
        <translation>В папке «%1» несколько таблиц; укажите одну: --table.</translation>
    </message>
    <message>
        <source>The feature cache cannot be written to &apos;%1&apos;: is the disk full?</source>
        <translation>Кэш признаков не записать в «%1»: диск заполнен?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be opened as sound: %2</source>
        <translation>«%1» не открыть как звук: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no sound.</source>
        <translation>В «%1» нет звука.</translation>
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
        <source>&apos;%1&apos; cannot be written as sound: %2</source>
        <translation>«%1» не записать как звук: %2</translation>
    </message>
    <message>
        <source>the disk is full; free some space.</source>
        <translation>диск заполнен; освободите место.</translation>
    </message>
    <message>
        <source>the encoder failed.</source>
        <translation>сбой кодировщика.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check that the system&apos;s sound is running; files can be opened all the same.</source>
        <translation>Микрофон не найден. Подключите его или проверьте, работает ли звук системы; файлы можно открывать и без него.</translation>
    </message>
    <message>
        <source>Microphone &apos;%1&apos; is not connected. Plug it in, or choose another one.</source>
        <translation>Микрофон «%1» не подключён. Подключите его или выберите другой.</translation>
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
        <source>Microphone &apos;%1&apos; sends no sound any more; it is looked for once a second.</source>
        <translation>От микрофона «%1» больше нет звука; поиск раз в секунду.</translation>
    </message>
    <message>
        <source>Computer sound (%1)</source>
        <translation>Звук компьютера (%1)</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Plug one in, or check that the system&apos;s sound is running.</source>
        <translation>Динамик не найден. Подключите его или проверьте, работает ли звук системы.</translation>
    </message>
    <message>
        <source>Loudspeaker &apos;%1&apos; cannot be opened: %2. Another program may be using it.</source>
        <translation>Динамик «%1» не открыть: %2. Возможно, он занят другой программой.</translation>
    </message>
    <message>
        <source>Loudspeaker &apos;%1&apos; takes no sound any more. Check that it is connected, and play again.</source>
        <translation>Динамик «%1» больше не принимает звук. Проверьте подключение и включите снова.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not written because the disk is full; free some space and try again.</source>
        <translation>«%1» не записан: диск заполнен; освободите место и повторите.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written: %2</source>
        <translation>«%1» не записать: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read: %2</source>
        <translation>«%1» не прочитать: %2</translation>
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
        <source>The model file &apos;%1&apos; does not say what it is: it has no description (earwitness.json), so its labels and feature settings are not known.</source>
        <translation>Файл модели «%1» не говорит, что в нём: нет описания (earwitness.json), поэтому неизвестны метки и настройки признаков.</translation>
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
        <source>The file &apos;%1&apos; is not a TorchScript file; in PyTorch, torch.jit.script(model).save() writes one.</source>
        <translation>«%1» — не файл TorchScript; в PyTorch его пишет torch.jit.script(model).save().</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is an archive, but not a TorchScript file.</source>
        <translation>«%1» — архив, но не файл TorchScript.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; holds weights without a network, as torch.save() writes them; save the network with torch.jit.script(model).save().</source>
        <translation>В файле «%1» веса без сети, как их пишет torch.save(); сохраните сеть через torch.jit.script(model).save().</translation>
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
        <source>The label &apos;%1&apos; stands twice in &apos;%2&apos;; each needs a name of its own.</source>
        <translation>Метка «%1» стоит в «%2» дважды; каждой нужно своё имя.</translation>
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
        <source>Nothing is recorded because the disk of &apos;%1&apos; has %2 left and %3 are to stay free; free some space.</source>
        <translation>Запись не идёт: на диске с «%1» осталось %2, а свободными должны быть %3; освободите место.</translation>
    </message>
    <message>
        <source>The folder for recordings &apos;%1&apos; cannot be made: %2. Choose another one.</source>
        <translation>Папку для записей «%1» не создать: %2. Выберите другую.</translation>
    </message>
    <message>
        <source>Alerts cannot be shown on the desktop: there is no session bus (%1); start Earwitness inside a desktop session, or switch notifications off.</source>
        <translation>Оповещения не показать на рабочем столе: нет сеансовой шины (%1); запустите Earwitness в сеансе рабочего стола или отключите уведомления.</translation>
    </message>
    <message>
        <source>Too many files are open: %1. Close other programs and try again.</source>
        <translation>Открыто слишком много файлов: %1. Закройте другие программы и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The web hook cannot be called: there is not enough memory.</source>
        <translation>Веб-хук не вызвать: не хватает памяти.</translation>
    </message>
    <message>
        <source>The web hook is not called: its address must begin with http:// or https://.</source>
        <translation>Веб-хук не вызван: его адрес должен начинаться с http:// или https://.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; was not written because the disk is full; free some space.</source>
        <translation>Хранилище событий «%1» не записано: диск заполнен; освободите место.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; is kept busy by another program; close that or try again later.</source>
        <translation>Хранилище событий «%1» занято другой программой; закройте её или повторите позже.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; is another kind of file, or damaged; move it away to begin a new one.</source>
        <translation>Хранилище событий «%1» — файл другого вида или повреждено; переместите его, чтобы начать новое.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; is damaged; move it away to begin a new one.</source>
        <translation>Хранилище событий «%1» повреждено; переместите его, чтобы начать новое.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; cannot be written: the file or its folder is read-only.</source>
        <translation>Хранилище событий «%1» не записать: файл или папка только для чтения.</translation>
    </message>
    <message>
        <source>The event store &apos;%1&apos; was written by a newer version of Earwitness; use that version.</source>
        <translation>Хранилище событий «%1» записано более новой версией Earwitness; возьмите её.</translation>
    </message>
    <message>
        <source>The settings in &apos;%1&apos; are damaged: the file is not valid JSON; correct it, or remove it to start with the defaults.</source>
        <translation>Настройки в «%1» повреждены: файл — не верный JSON; исправьте его или удалите, чтобы начать с исходных.</translation>
    </message>
    <message>
        <source>There is not enough memory for this training; try a smaller batch.</source>
        <translation>Для этого обучения не хватает памяти; попробуйте батч поменьше.</translation>
    </message>
    <message>
        <source>The training failed: %1</source>
        <translation>Обучение не удалось: %1</translation>
    </message>
    <message>
        <source>The training diverged (the loss is not a number); try a lower learning rate.</source>
        <translation>Обучение разошлось (потери — не число); попробуйте меньшую скорость обучения.</translation>
    </message>
    <message>
        <source>There are too few training clips for a batch; at least two are needed.</source>
        <translation>Для батча слишком мало обучающих фрагментов; нужно хотя бы два.</translation>
    </message>
    <message>
        <source>A model needs at least two classes; &apos;%1&apos; has one. The option --background auto adds one of noise and silence.</source>
        <translation>Модели нужно не менее двух классов; в «%1» один. Параметр --background auto добавит класс шума и тишины.</translation>
    </message>
    <message>
        <source>This LibTorch finds no CUDA device; train with --device cpu.</source>
        <translation>Эта LibTorch не находит устройства CUDA; обучайте с --device cpu.</translation>
    </message>
    <message>
        <source>The window must be between 0.1 and 60 seconds.</source>
        <translation>Окно должно быть от 0,1 до 60 секунд.</translation>
    </message>
    <message>
        <source>Frozen epochs need a model to start from (--init).</source>
        <translation>Замороженным эпохам нужна исходная модель (--init).</translation>
    </message>
    <message>
        <source>Nothing of the network is left to train while it is frozen.</source>
        <translation>Пока сеть заморожена, обучать в ней нечего.</translation>
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
        <source>The folder &apos;%1&apos; holds no run of a training.</source>
        <translation>В папке «%1» нет запуска обучения.</translation>
    </message>
    <message>
        <source>What the run &apos;%1&apos; left of its result is damaged; its model can still be used.</source>
        <translation>Результат запуска «%1» повреждён; моделью пользоваться можно.</translation>
    </message>
    <message>
        <source>Another training is writing into the run folder &apos;%1&apos;; wait for it, or choose another folder.</source>
        <translation>В папку запуска «%1» пишет другое обучение; дождитесь его или выберите другую папку.</translation>
    </message>
    <message>
        <source>The data in &apos;%1&apos; have changed since the run was interrupted; start a new run.</source>
        <translation>Данные в «%1» изменились с тех пор, как запуск прервался; начните новый.</translation>
    </message>
    <message>
        <source>The corrections in &apos;%1&apos; %2.</source>
        <translation>Правки в «%1»: %2.</translation>
    </message>
    <message>
        <source>The program earwitness-cli, which runs the models, was not found next to this one; please install Earwitness again.</source>
        <translation>Программа earwitness-cli, которая запускает модели, рядом с этой не найдена; установите Earwitness заново.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; cannot be made: %2. Choose another one.</source>
        <translation>Папку «%1» не создать: %2. Выберите другую.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; cannot be made: %2</source>
        <translation>Папку «%1» не создать: %2</translation>
    </message>
    <message>
        <source>The event log &apos;%1&apos; cannot be written: %2</source>
        <translation>Журнал событий «%1» не записать: %2</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; for models cannot be created: %2</source>
        <translation>Папку «%1» для моделей не создать: %2</translation>
    </message>
    <message>
        <source>The model file &apos;%1&apos; cannot be removed: %2</source>
        <translation>Файл модели «%1» не удалить: %2</translation>
    </message>
    <message>
        <source>The microphone has gone. Plug it in again, or choose another.</source>
        <translation>Микрофон пропал. Подключите его снова или выберите другой.</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; is being trained; stop it first.</source>
        <translation>Запуск «%1» обучается; сначала остановите его.</translation>
    </message>
    <message>
        <source>There is a run &apos;%1&apos; already; choose another name.</source>
        <translation>Запуск «%1» уже есть; выберите другое имя.</translation>
    </message>
    <message>
        <source>The run &apos;%1&apos; cannot be renamed: %2</source>
        <translation>Запуск «%1» не переименовать: %2</translation>
    </message>
    <message>
        <source>A folder for the training cannot be made in &apos;%1&apos;: %2</source>
        <translation>Папку для обучения не создать в «%1»: %2</translation>
    </message>
    <message>
        <source>The training&apos;s process does not end; try again in a while.</source>
        <translation>Процесс обучения не завершается; повторите чуть позже.</translation>
    </message>
    <message>
        <source>The training runs already.</source>
        <translation>Обучение уже идёт.</translation>
    </message>
    <message>
        <source>The settings &apos;%1&apos; are damaged; start a new training.</source>
        <translation>Настройки «%1» повреждены; начните новое обучение.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; holds no settings.</source>
        <translation>В файле «%1» нет настроек.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is damaged; start a new search.</source>
        <translation>Файл «%1» повреждён; начните новый подбор.</translation>
    </message>
    <message>
        <source>This folder cannot be made: &apos;%1&apos;: %2</source>
        <translation>Эту папку не создать: «%1»: %2</translation>
    </message>
    <message>
        <source>This folder cannot be read: &apos;%1&apos;: %2</source>
        <translation>Эту папку не прочитать: «%1»: %2</translation>
    </message>
    <message>
        <source>This folder cannot be renamed: &apos;%1&apos;: %2</source>
        <translation>Эту папку не переименовать: «%1»: %2</translation>
    </message>
    <message>
        <source>This file cannot be copied into the class: &apos;%1&apos;: %2</source>
        <translation>Этот файл не скопировать в класс: «%1»: %2</translation>
    </message>
    <message>
        <source>There is a &apos;%1&apos; already; choose another name.</source>
        <translation>«%1» уже есть; выберите другое имя.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Нужно имя.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; has no letter or digit; choose another one.</source>
        <translation>В имени «%1» нет ни букв, ни цифр; выберите другое.</translation>
    </message>
    <message>
        <source>There is a class &apos;background&apos; already; choose another name.</source>
        <translation>Класс «background» уже есть; выберите другое имя.</translation>
    </message>
    <message>
        <source>The example cannot be written to &apos;%1&apos;: %2</source>
        <translation>Пример не записать в «%1»: %2</translation>
    </message>
    <message>
        <source>The card of the model &apos;%1&apos; does not say what its network is made of, so no training can start from it.</source>
        <translation>Карточка модели «%1» не говорит, из чего сделана сеть, поэтому начать с неё обучение нельзя.</translation>
    </message>
    <message>
        <source>The bundled model is missing. Install Earwitness again.</source>
        <translation>Встроенной модели нет; установите Earwitness заново.</translation>
    </message>
    <message>
        <source>These are no settings of a training.</source>
        <translation>Это не настройки обучения.</translation>
    </message>
    <message>
        <source>These settings are of version %1; this program knows version %2.</source>
        <translation>Эти настройки версии %1; программа знает версию %2.</translation>
    </message>
    <message>
        <source>Something else is called &apos;%1&apos; by now; what was deleted is still in the trash.</source>
        <translation>Имя «%1» теперь занято; удалённое осталось в корзине.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be brought back from the trash: %2</source>
        <translation>«%1» не вернуть из корзины: %2</translation>
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
        <source>The table &apos;%1&apos; names %2 sounds, none of which can be found in &apos;%3&apos; (line %4: &apos;%5&apos; fits %6).</source>
        <translation>В таблице «%1» указано звуков: %2; в «%3» не найден ни один (строка %4: «%5» подходит к %6).</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; names %2 sounds, none of which can be found in &apos;%3&apos; (line %4: &apos;%5&apos;).</source>
        <translation>В таблице «%1» указано звуков: %2; в «%3» не найден ни один (строка %4: «%5»).</translation>
    </message>
    <message>
        <source>%1 Change it or move it away. To use the names of the folders as labels, use --layout folders.</source>
        <translation>%1 Исправьте или уберите таблицу. Чтобы метками были имена папок, нажмите кнопку на вкладке «Проблемы» (--layout folders).</translation>
    </message>
    <message>
        <source>%1 Change it, or name the table to use with --table.</source>
        <translation>%1 Исправьте её или укажите нужную таблицу в поле «Таблица» (--table).</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; holds several tables (%2). Name one with --table. To use the names of the folders as labels, use --layout folders.</source>
        <translation>В папке «%1» несколько таблиц (%2). Откройте одну из них (--table). Чтобы метками были имена папок, нажмите кнопку на вкладке «Проблемы» (--layout folders).</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; is not used: no column of it is known to name sounds.</source>
        <translation>Таблица «%1» не используется: ни один её столбец не называет звуки.</translation>
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
        <source>The table &apos;%1&apos; has no header, and no column of labels behind that of the files.</source>
        <translation>В таблице «%1» нет заголовка и нет столбца меток после столбца файлов.</translation>
    </message>
    <message>
        <source>No column of the table &apos;%1&apos; is known to hold the %2; name it with %3 (it has: %4).</source>
        <translation>В таблице «%1» не найден столбец: %2; укажите его (%3; в таблице есть: %4).</translation>
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
        <source>The table &apos;%1&apos; has commas in %2 class names, such as &apos;%3&apos;. If they separate labels, use --label-separator &apos;,&apos;.</source>
        <translation>В таблице «%1» есть запятые в названиях классов (%2), например «%3». Если они разделяют метки, укажите разделитель меток «,» (--label-separator).</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; has commas in %2 class name, such as &apos;%3&apos;. If they separate labels, use --label-separator &apos;,&apos;.</source>
        <translation>В таблице «%1» есть запятая в названии класса (%2): «%3». Если она разделяет метки, укажите разделитель меток «,» (--label-separator).</translation>
    </message>
    <message>
        <source>All clips are of the one recording &apos;%1&apos;, so that some of it has to validate: the figures may be too good.</source>
        <translation>Все клипы взяты из одной записи «%1», и часть её служит для проверки: показатели могут быть завышены.</translation>
    </message>
    <message>
        <source>Labels were read from the %1 label files next to the sounds.</source>
        <translation>Метки прочитаны из файлов меток рядом со звуками: %1.</translation>
    </message>
    <message>
        <source>Labels were read from the %1 label file next to the sounds.</source>
        <translation>Метки прочитаны из файла меток рядом со звуком: %1.</translation>
    </message>
    <message>
        <source>Without them there is no clip of: %1.</source>
        <translation>Без них не остаётся клипов классов: %1.</translation>
    </message>
    <message>
        <source>several labels: %1</source>
        <translation>несколько меток: %1</translation>
    </message>
    <message>
        <source>the classes &apos;%1&apos; and &apos;%2&apos; look alike</source>
        <translation>похожие названия классов: «%1» и «%2»</translation>
    </message>
    <message>
        <source>In &apos;%1&apos; the classes &apos;%2&apos; and &apos;%3&apos; look alike. To make them one class, use --join-alike.</source>
        <translation>В «%1» похожие названия классов: «%2» и «%3». Их можно объединить на вкладке «Проблемы» (--join-alike).</translation>
    </message>
    <message>
        <source>a sound of a kind that is not read here</source>
        <translation>звук в формате, который не читается</translation>
    </message>
    <message>
        <source>not known to be a sound</source>
        <translation>неизвестно, звук ли это</translation>
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
        <source>line %1 of its table gives it no label</source>
        <translation>строка %1 таблицы не даёт метки</translation>
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
        <source>line %1: &apos;%2&apos; fits %3 files: %4</source>
        <translation>строка %1: «%2» подходит к нескольким файлам (%3): %4</translation>
    </message>
    <message>
        <source>line %1: &apos;%2&apos; fits the same file as another name of the table</source>
        <translation>строка %1: «%2» подходит к тому же файлу, что и другое имя в таблице</translation>
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
        <source>its start &apos;%1&apos; is not a time</source>
        <translation>начало «%1» – не время</translation>
    </message>
    <message>
        <source>its end &apos;%1&apos; is not a time</source>
        <translation>конец «%1» – не время</translation>
    </message>
    <message>
        <source>line %1 of %2 (%3) is not inside the file, which is %4 s long</source>
        <translation>строка %1 в %2 (%3) выходит за пределы файла длиной %4 с</translation>
    </message>
    <message>
        <source>line %1 of %2 (%3) overlaps line %4 of %5 (%6)</source>
        <translation>строка %1 в %2 (%3) пересекается со строкой %4 в %5 (%6)</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1–%2 с</translation>
    </message>
    <message>
        <source>A model needs at least two classes; &apos;%1&apos; has one. The option --background auto adds one of noise and silence. %2</source>
        <translation>Модели нужно хотя бы два класса; в «%1» один. Вариант фона «auto» (--background auto) добавляет класс из шума и тишины. %2</translation>
    </message>
    <message>
        <source>The table &apos;%1&apos; is a spreadsheet&apos;s own file. Save it as CSV.</source>
        <translation>Таблица «%1» – файл электронной таблицы. Сохраните её в формате CSV.</translation>
    </message>
    <message>
        <source>it is damaged, or of a kind that is not read here (%1).</source>
        <translation>файл повреждён или его формат не поддерживается (читаются %1).</translation>
    </message>
    <message>
        <source>WAV, FLAC, MP3, Ogg, Opus, M4A, AAC, WMA, AMR, AIFF, CAF, the sound of MP4, MOV, MKV and WebM files, and others</source>
        <translation>WAV, FLAC, MP3, Ogg, Opus, M4A, AAC, WMA, AMR, AIFF, CAF, звук файлов MP4, MOV, MKV и WebM и другие</translation>
    </message>
    <message>
        <source>it contains no sound.</source>
        <translation>в нём нет звука.</translation>
    </message>
    <message>
        <source>it is cut off: it contains a header but no sound.</source>
        <translation>он обрезан: в нём есть заголовок, но нет звука.</translation>
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
        <source>it is read with FFmpeg&apos;s libraries, and %1 is missing. Install %2, %3 and %4.</source>
        <translation>для него нужны библиотеки FFmpeg, но нет %1. Установите %2, %3 и %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: it contains samples that are not numbers.</source>
        <translation>Файл «%1» повреждён: отсчёты в нём не являются числами.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is cut off or damaged: none of its sound can be read.</source>
        <translation>Файл «%1» обрезан или повреждён: звук из него прочитать нельзя.</translation>
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
        <source>&apos;%1&apos; was not written: nobody reads it.</source>
        <translation>«%1» не записан: его никто не читает.</translation>
    </message>
    <message>
        <source>it is not the name of a file.</source>
        <translation>это не имя файла.</translation>
    </message>
    <message>
        <source>it is a disk, and would be overwritten.</source>
        <translation>это диск, и он был бы перезаписан.</translation>
    </message>
    <message>
        <source>it is a socket.</source>
        <translation>это сокет.</translation>
    </message>
    <message>
        <source>its folder does not let it be replaced, and writing into it could lose what it holds.</source>
        <translation>папка не позволяет заменить файл, а запись прямо в него может уничтожить его содержимое.</translation>
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
        <source>The model &apos;%1&apos; failed on a window: %2. It runs in a sandbox, where it can open no files, start no programs and reach no network.</source>
        <translation>Модель «%1» не справилась с окном: %2. Она выполняется в песочнице, где не может открывать файлы, запускать программы и выходить в сеть.</translation>
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
        <source>The sound is not in memory any more.</source>
        <translation>Этого звука больше нет в памяти.</translation>
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
        <source>The data set &apos;%1&apos; (layout %2) lists no clip with a label (%3).</source>
        <translation>В наборе данных «%1» (структура %2) нет ни одного фрагмента с меткой (%3).</translation>
    </message>
    <message>
        <source>%1 The result is in &apos;%2&apos;.</source>
        <translation>%1 Результат сохранён в «%2».</translation>
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
        <source>&apos;%1&apos; cannot be moved to the trash. Nothing was deleted; see whether the folder can be written, or delete it in your file manager.</source>
        <translation>Не удалось переместить «%1» в корзину. Ничего не удалено. Проверьте, можно ли записывать в папку, или удалите файл в файловом менеджере.</translation>
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
        <source>A frozen backbone needs a model to start from (--init).</source>
        <translation>Для замороженной основы нужна модель, с которой начать (--init).</translation>
    </message>
    <message>
        <source>A frozen backbone is frozen in all epochs. Leave out the number of frozen epochs (--freeze-epochs).</source>
        <translation>Замороженная основа заморожена во всех эпохах. Уберите число замороженных эпох (--freeze-epochs).</translation>
    </message>
    <message>
        <source>With a frozen backbone, each clip&apos;s embedding is computed once, so clips cannot be augmented. Choose no augmentation (--augmentation none).</source>
        <translation>При замороженной основе эмбеддинг каждого клипа вычисляется один раз, поэтому аугментация клипов невозможна. Выберите «без аугментации» (--augmentation none).</translation>
    </message>
    <message>
        <source>The backbone cannot be frozen: the model to start from has no weights for &apos;%1&apos;.</source>
        <translation>Основу нельзя заморозить: в исходной модели нет весов для «%1».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Try again later, or download it with a web browser.</source>
        <translation>«%1» не удалось загрузить: %2. Попробуйте позже или загрузите файл в браузере.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Check the network connection and try again, or download it with a web browser.</source>
        <translation>«%1» не удалось загрузить: %2. Проверьте подключение к сети и попробуйте ещё раз или загрузите файл в браузере.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Try again to resume it.</source>
        <translation>«%1» не удалось загрузить: %2. Попробуйте ещё раз: загрузка продолжится.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Free some space and try again.</source>
        <translation>«%1» не удалось загрузить: %2. Освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Check the permissions of the folder and try again.</source>
        <translation>«%1» не удалось загрузить: %2. Проверьте права доступа к папке и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Look for it on the page of its authors.</source>
        <translation>«%1» не удалось загрузить: %2. Поищите файл на странице авторов.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Check the address in a web browser.</source>
        <translation>«%1» не удалось загрузить: %2. Проверьте адрес в браузере.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Wait until it has finished.</source>
        <translation>«%1» не удалось загрузить: %2. Дождитесь её окончания.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 received</source>
        <translation>%1, получено %2 из %3</translation>
    </message>
    <message>
        <source>the connection broke off (%1)</source>
        <translation>соединение прервалось (%1)</translation>
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
        <source>the server does not have this file any more (status %1)</source>
        <translation>на сервере больше нет этого файла (код %1)</translation>
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
        <source>The sound to learn from is not kept any more. Select a newer one.</source>
        <translation>Звук, на котором учиться, больше не хранится. Выберите более новый.</translation>
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
        <source>%1 of %2 clips have several labels (%3) and are left out, because a model is trained for one label per clip. To use them, train with several labels per clip (--labels-per-clip multi).</source>
        <translation>Клипов с несколькими метками: %1 из %2 (%3); они не используются, так как модель обучается на одну метку для клипа. Чтобы использовать их, обучайте модель с несколькими метками для клипа (--labels-per-clip multi).</translation>
    </message>
    <message>
        <source>All clips of &apos;%1&apos; have several labels (%2), and a model is trained for one label per clip. To use them, train with several labels per clip (--labels-per-clip multi).</source>
        <translation>У всех клипов «%1» несколько меток (%2), а модель обучается на одну метку для клипа. Чтобы использовать их, обучайте модель с несколькими метками для клипа (--labels-per-clip multi).</translation>
    </message>
    <message>
        <source>%1 clip has no label and is used as an example in which none of the classes is heard.</source>
        <translation>Клипов без метки: %1; он служит примером, в котором не слышен ни один из классов.</translation>
    </message>
    <message>
        <source>%1 clips have no label and are used as examples in which none of the classes is heard.</source>
        <translation>Клипов без метки: %1; они служат примерами, в которых не слышен ни один из классов.</translation>
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
        <source>There is no taught class &apos;%1&apos;.</source>
        <translation>Обученного класса «%1» нет.</translation>
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
        <source>No model can be made: &apos;%1&apos; has no taught classes with examples. Teach it a class first.</source>
        <translation>Модель нельзя создать: у «%1» нет обученных классов с примерами. Сначала обучите её какому-нибудь классу.</translation>
    </message>
    <message>
        <source>No model can be made: the taught classes belong to another model than &apos;%1&apos;.</source>
        <translation>Модель нельзя создать: обученные классы относятся к другой модели, не к «%1».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Add them to https_proxy and try again, or download it with a web browser.</source>
        <translation>«%1» не удалось загрузить: %2. Добавьте их в https_proxy и попробуйте ещё раз или загрузите файл в браузере.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Check the date of this computer, or use another network. For a proxy with certificates of its own, set SSL_CERT_FILE.</source>
        <translation>«%1» не удалось загрузить: %2. Проверьте дату на этом компьютере или используйте другую сеть. Если у прокси свои сертификаты, задайте SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Update the package libcurl4.</source>
        <translation>«%1» не удалось загрузить: %2. Обновите пакет libcurl4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be downloaded: %2. Use an address that begins with https://.</source>
        <translation>«%1» не удалось загрузить: %2. Укажите адрес, который начинается с https://.</translation>
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
        <source>%1 file in &apos;%2&apos; is left out, because it is in the labelled data set, broken, or the same as another file.</source>
        <translation>%1 файл в «%2» не используется: он есть в размеченном наборе, повреждён или такой же, как другой файл.</translation>
    </message>
    <message>
        <source>%1 files in &apos;%2&apos; are left out, because they are in the labelled data set, broken, or the same as another file.</source>
        <translation>Файлов в «%2», которые не используются: %1. Они есть в размеченном наборе, повреждены или такие же, как другие файлы.</translation>
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
        <source>The log &apos;%1&apos; cannot be read: %2.</source>
        <translation>Журнал «%1» не прочитать: %2.</translation>
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
        <source>%1 multiply-adds a window of %2 s</source>
        <translation>умножений-сложений на окно в %2 с: %1</translation>
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
        <source>The disk has not enough room: %1 are needed, %2 are free.</source>
        <translation>На диске не хватает места: нужно %1, свободно %2.</translation>
    </message>
    <message>
        <source>Clips that train: %1; that validate: %2</source>
        <translation>Фрагментов на обучение: %1; на проверку: %2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message numerus="yes">
        <source>About %1 in all: %n trials, of which the weaker ones end early</source>
        <translation>
            <numerusform>Всего около %1: %n попытка, слабые заканчиваются раньше</numerusform>
            <numerusform>Всего около %1: %n попытки, слабые заканчиваются раньше</numerusform>
            <numerusform>Всего около %1: %n попыток, слабые заканчиваются раньше</numerusform>
        </translation>
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
        <source>Unequal classes: %1 has %2 and %3 only %4. A model learns a rare class badly; add sounds to it.</source>
        <translation>Классы неравны: у %1 %2, а у %3 только %4. Редкий класс модель учит плохо; добавьте ему звуков.</translation>
    </message>
    <message>
        <source>Few sounds: %1 – fewer than %2 clips. Ten make a first try, forty a good model.</source>
        <translation>Мало звуков: %1 – меньше %2 фрагментов. Десяти хватит для первой попытки, сорока — для хорошей модели.</translation>
    </message>
    <message>
        <source>No background: without a class of room and noise the model has to call every sound one of yours. The settings can add noise.</source>
        <translation>Нет фона: без класса с помещением и шумом модель примет за ваш класс любой звук. В настройках можно добавить шум.</translation>
    </message>
    <message>
        <source>Leakage: %1 on two sides of the split (%2 in %3, %4 in %5). Results would look better than they are.</source>
        <translation>Утечка: %1 (%2: %3, %4: %5). Результаты покажутся лучше, чем есть.</translation>
    </message>
    <message>
        <source>a folder for each class</source>
        <translation>папка для каждого класса</translation>
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
        <source>No sounds yet</source>
        <translation>Звуков пока нет</translation>
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
        <source>Without a class</source>
        <translation>Без класса</translation>
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
    <message>
        <source>Listed, but not there; left out of the training.</source>
        <translation>Указан, но его нет; в обучение не войдёт.</translation>
    </message>
    <message>
        <source>Cannot be read to the end; left out of the training.</source>
        <translation>Не читается до конца; в обучение не войдёт.</translation>
    </message>
    <message>
        <source>Holds no sound; left out of the training.</source>
        <translation>В нём нет звука; в обучение не войдёт.</translation>
    </message>
    <message>
        <source>Belongs to no class; left out of the training.</source>
        <translation>Не относится ни к одному классу; в обучение не войдёт.</translation>
    </message>
    <message>
        <source>Nothing to be heard: the model would learn silence as this class.</source>
        <translation>Ничего не слышно: модель выучит тишину как этот класс.</translation>
    </message>
    <message>
        <source>Recorded too loud; the distortion is learned with it.</source>
        <translation>Записан слишком громко; модель выучит и искажения.</translation>
    </message>
    <message>
        <source>Under a tenth of a second; there is little to learn from it.</source>
        <translation>Короче десятой доли секунды; учиться почти не на чем.</translation>
    </message>
    <message>
        <source>The same sound as another file: results may look better than they are.</source>
        <translation>Тот же звук, что и в другом файле: результаты могут показаться лучше, чем есть.</translation>
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
        <source>%Ln recordings stand</source>
        <translation>
            <numerusform>%Ln запись попала на обе стороны разбиения</numerusform>
            <numerusform>%Ln записи попали на обе стороны разбиения</numerusform>
            <numerusform>%Ln записей попали на обе стороны разбиения</numerusform>
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
        <source>Classes that look alike</source>
        <translation>Похожие классы</translation>
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
        <source>A kind of file that is not read; left out of the training.</source>
        <translation>Файл такого вида не читается; в обучении не участвует.</translation>
    </message>
    <message>
        <source>Labels in this table have no effect.</source>
        <translation>Метки этой таблицы не действуют.</translation>
    </message>
    <message>
        <source>Names of one class, probably: join them, or rename one.</source>
        <translation>Вероятно, это один класс: объедините их или переименуйте один.</translation>
    </message>
    <message>
        <source>The times in the table do not fit the file; what is not there is left out.</source>
        <translation>Время в таблице не подходит к файлу; чего нет в файле, не участвует.</translation>
    </message>
    <message>
        <source>Two clips share sound: results may look better than they are.</source>
        <translation>У двух клипов есть общий звук: результаты могут казаться лучше, чем есть.</translation>
    </message>
    <message>
        <source>A part of the file is missing. The rest is used.</source>
        <translation>Части файла не хватает. Остальное используется.</translation>
    </message>
    <message>
        <source>The channels cancel each other out, so only one of them is used.</source>
        <translation>Каналы взаимно гасят друг друга, поэтому используется только один из них.</translation>
    </message>
    <message>
        <source>Left out, unless the model is trained with several labels per clip.</source>
        <translation>Не участвуют, если модель обучается не на несколько меток для клипа.</translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message>
        <source>There are no audio files in &apos;%1&apos;.</source>
        <translation>В «%1» нет звуковых файлов.</translation>
    </message>
    <message>
        <source>Folders that cannot be read: %1, among them “%2”.</source>
        <translation>Папок, которые не удалось прочитать: %1, среди них «%2».</translation>
    </message>
    <message>
        <source>Not sound files: %1, among them &apos;%2&apos;. Earwitness reads %3.</source>
        <translation>Не звуковых файлов: %1, среди них «%2». Earwitness читает %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a sound file. Earwitness reads %2.</source>
        <translation>«%1» — не звуковой файл. Earwitness читает %2.</translation>
    </message>
</context>
<context>
    <name>EventExport</name>
    <message>
        <source>%L1 sounds of %L2 files were written into &apos;%3&apos;.</source>
        <translation>Звуков записано: %L1 (файлов: %L2), папка «%3».</translation>
    </message>
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
        <source>There are no events to export yet.</source>
        <translation>Экспортировать пока нечего: событий нет.</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Экспорт событий</translation>
    </message>
    <message>
        <source>Events written to &apos;%1&apos;: %2</source>
        <translation>Событий записано в «%1»: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sounds were written to &apos;%1&apos;.</source>
        <translation>
            <numerusform>%Ln звук записан в «%1».</numerusform>
            <numerusform>%Ln звука записано в «%1».</numerusform>
            <numerusform>%Ln звуков записано в «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>Table for spreadsheets, no formulas (*.csv)</source>
        <translation>Таблица для электронных таблиц, без формул (*.csv)</translation>
    </message>
    <message>
        <source>events</source>
        <translation>события</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>going on</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>Not reported. %1</source>
        <translation>Не отмечено. %1</translation>
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
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <comment>a percentage below one</comment>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%L1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
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
        <source>%1 %</source>
        <translation>%1 %</translation>
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
        <source>log-mel, %1 bands from %2 to %3 Hz, FFT of %4 samples, a frame each %5 ms, %6</source>
        <translation>лог-мел, полос: %1, от %2 до %3 Гц, FFT из %4 отсчётов, кадр каждые %5 мс, %6</translation>
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
        <source>one sound at a time (softmax)</source>
        <translation>по одному звуку за раз (softmax)</translation>
    </message>
    <message>
        <source>several sounds at a time (each on its own)</source>
        <translation>несколько звуков сразу (каждый отдельно)</translation>
    </message>
    <message>
        <source>probabilities as the network gives them</source>
        <translation>вероятности, как их даёт сеть</translation>
    </message>
    <message>
        <source>What it hears</source>
        <translation>Что она слышит</translation>
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
        <source>the waveform itself</source>
        <translation>сама звуковая волна</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>%1 s, in files one each %2 s</source>
        <translation>%1 с, в файлах каждые %2 с</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation>Насколько она хороша</translation>
    </message>
    <message>
        <source>Balanced accuracy on clips it did not train on</source>
        <translation>Сбалансированная точность на фрагментах не из обучения</translation>
    </message>
    <message>
        <source>Accuracy on them</source>
        <translation>Точность на них</translation>
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
        <source>Names a sound in</source>
        <translation>Называет звук в</translation>
    </message>
    <message>
        <source>%1 of %2 windows</source>
        <translation>%1 из %2 окон</translation>
    </message>
    <message>
        <source>%1 of %2, mostly %3</source>
        <translation>%1 из %2, чаще всего %3</translation>
    </message>
    <message>
        <source>Most often confused</source>
        <translation>Чаще всего путает</translation>
    </message>
    <message>
        <source>called %1, %2 times</source>
        <translation>названо %1, раз: %2</translation>
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
        <source>Clips to train</source>
        <translation>Фрагментов на обучение</translation>
    </message>
    <message>
        <source>Clips to validate</source>
        <translation>Фрагментов на проверку</translation>
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
        <source>Clips a step</source>
        <translation>Фрагментов в шаге</translation>
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
        <source>Started from</source>
        <translation>Начата с</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Начальное число</translation>
    </message>
    <message>
        <source>Kept epoch</source>
        <translation>Оставленная эпоха</translation>
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
        <source>Made</source>
        <translation>Создана</translation>
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
        <source>quiet before a sound is left out, down to %1 s</source>
        <translation>тишина перед звуком опускается, до %1 с</translation>
    </message>
    <message>
        <source>Mean average precision on clips it did not train on</source>
        <translation>Средняя точность (mAP) на клипах вне обучения</translation>
    </message>
    <message>
        <source>Macro F1 on them</source>
        <translation>Макро-F1 на них</translation>
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
        <source>Move the frozen picture</source>
        <translation>Двигать остановленную спектрограмму</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Page Up, Page Down</translation>
    </message>
    <message>
        <source>Move it by what is visible</source>
        <translation>Сдвинуть её на видимую часть</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>To the oldest sound, to the newest</source>
        <translation>К самому старому звуку, к самому новому</translation>
    </message>
    <message>
        <source>Shift+drag, Shift+Left, Shift+Right</source>
        <translation>Shift+перетаскивание, Shift+Влево, Shift+Вправо</translation>
    </message>
    <message>
        <source>Select a stretch</source>
        <translation>Выделить отрезок</translation>
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
</context>
<context>
    <name>PictureRender</name>
    <message>
        <source>%1 dB</source>
        <translation>%1 дБ</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Было: %1</translation>
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
        <source>ended early, as no epoch was better</source>
        <translation>закончено раньше: лучше эпох не было</translation>
    </message>
    <message>
        <source>Features: %L1 of %L2 clips</source>
        <translation>Признаки: %L1 из %L2 фрагментов</translation>
    </message>
    <message>
        <source>Listing the sounds</source>
        <translation>Составление списка звуков</translation>
    </message>
    <message>
        <source>Making the sounds ready</source>
        <translation>Подготовка звуков</translation>
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
        <source>Make room on the disk, then resume.</source>
        <translation>Освободите место на диске, затем продолжите.</translation>
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
        <source>Broken off</source>
        <translation>Прервано</translation>
    </message>
    <message>
        <source>Starting the training&apos;s process</source>
        <translation>Запуск процесса обучения</translation>
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
        <source>The training was broken off: its process was killed, or the computer was turned off.</source>
        <translation>Обучение прервалось: его процесс был завершён или компьютер выключили.</translation>
    </message>
    <message>
        <source>The training was broken off in epoch %1: its process was killed, or the computer was turned off. No epoch is lost.</source>
        <translation>Обучение прервалось на эпохе %1: его процесс был завершён или компьютер выключили. Ни одна эпоха не потеряна.</translation>
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
        <source>The figures below are those of the best epoch so far.</source>
        <translation>Числа ниже относятся к лучшей из пройденных эпох.</translation>
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
        <source>The training is in progress (%1 has ended). %2 The final result appears here when the training ends.</source>
        <translation>Обучение идёт (пройдена %1). %2 Окончательный результат появится здесь, когда обучение закончится.</translation>
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
        <source>%1 %2 Choose “Show training” to see what helps.</source>
        <comment>what happened, what the figures are</comment>
        <translation>%1 %2 Что поможет, видно по кнопке «Показать обучение».</translation>
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
        <source>There is a file “%1” already. Replace it?</source>
        <translation>Файл «%1» уже существует. Заменить его?</translation>
    </message>
    <message>
        <source>What is in it now will be lost.</source>
        <translation>Его нынешнее содержимое будет потеряно.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
</context>
<context>
    <name>SignalWatch</name>
    <message>
        <source>No signal: is it muted?</source>
        <translation>Нет сигнала: микрофон отключён?</translation>
    </message>
    <message>
        <source>Quiet: turn the gain up if you expect more.</source>
        <translation>Тихо: прибавьте усиление, если ждёте большего.</translation>
    </message>
    <message>
        <source>Nearly too loud: turn the gain down a little.</source>
        <translation>Почти слишком громко: немного убавьте усиление.</translation>
    </message>
    <message>
        <source>Too loud, it clips: turn the gain down.</source>
        <translation>Слишком громко, перегрузка: убавьте усиление.</translation>
    </message>
    <message>
        <source>Level is good.</source>
        <translation>Уровень хороший.</translation>
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
    <name>TrainOptions</name>
    <message>
        <source>Layout</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>How the folder is laid out; normally it is recognised.</source>
        <translation>Как устроена папка; обычно это распознаётся само.</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Распознать</translation>
    </message>
    <message>
        <source>A folder for each class</source>
        <translation>Папка для каждого класса</translation>
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
        <source>The report&apos;s: train.tsv, eval.tsv</source>
        <translation>Из отчёта: train.tsv, eval.tsv</translation>
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
        <source>The table of clips in the data set&apos;s folder; empty: the one that is there.</source>
        <translation>Таблица фрагментов в папке набора данных; пусто: та, что есть.</translation>
    </message>
    <message>
        <source>Column of files</source>
        <translation>Столбец файлов</translation>
    </message>
    <message>
        <source>Empty: path, file, filename, audio and the like.</source>
        <translation>Пусто: path, file, filename, audio и подобные.</translation>
    </message>
    <message>
        <source>Column of labels</source>
        <translation>Столбец меток</translation>
    </message>
    <message>
        <source>Empty: label, class or category.</source>
        <translation>Пусто: label, class или category.</translation>
    </message>
    <message>
        <source>Column of folds</source>
        <translation>Столбец фолдов</translation>
    </message>
    <message>
        <source>Empty: fold, where there is one.</source>
        <translation>Пусто: fold, если он есть.</translation>
    </message>
    <message>
        <source>Column of the split</source>
        <translation>Столбец разбиения</translation>
    </message>
    <message>
        <source>It says train, val or test; empty: split, where there is one.</source>
        <translation>В нём train, val или test; пусто: split, если он есть.</translation>
    </message>
    <message>
        <source>Column of sources</source>
        <translation>Столбец источников</translation>
    </message>
    <message>
        <source>The recording that a clip was cut from; empty: source, where there is one.</source>
        <translation>Запись, из которой вырезан фрагмент; пусто: source, если он есть.</translation>
    </message>
    <message>
        <source>Files outside</source>
        <translation>Файлы вне папки</translation>
    </message>
    <message>
        <source>Takes files that lie outside the data set&apos;s folder.</source>
        <translation>Брать файлы, лежащие вне папки набора данных.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Правки</translation>
    </message>
    <message>
        <source>A file of clips that got another label or are left out.</source>
        <translation>Файл с фрагментами, у которых другая метка или которые исключены.</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Разбивать по</translation>
    </message>
    <message>
        <source>What decides which clips train and which validate.</source>
        <translation>Что решает, какие фрагменты обучают, а какие проверяют.</translation>
    </message>
    <message>
        <source>What the data set has</source>
        <translation>Тому, что есть в наборе</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Фолдам</translation>
    </message>
    <message>
        <source>Its train and val</source>
        <translation>Его train и val</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записям</translation>
    </message>
    <message>
        <source>A share of each class</source>
        <translation>Доле каждого класса</translation>
    </message>
    <message>
        <source>Folds that train</source>
        <translation>Фолды для обучения</translation>
    </message>
    <message>
        <source>Such as 1, 2, 3; empty: all that do not validate.</source>
        <translation>Например 1, 2, 3; пусто: все, что не для проверки.</translation>
    </message>
    <message>
        <source>Folds that validate</source>
        <translation>Фолды для проверки</translation>
    </message>
    <message>
        <source>Such as 4; empty: the last one, or none where those that train are named.</source>
        <translation>Например 4; пусто: последний или никакой, если заданы обучающие.</translation>
    </message>
    <message>
        <source>Share that validates</source>
        <translation>Доля для проверки</translation>
    </message>
    <message>
        <source>Of each class, where there are no folds.</source>
        <translation>Каждого класса, если фолдов нет.</translation>
    </message>
    <message>
        <source>Shared recordings</source>
        <translation>Общие записи</translation>
    </message>
    <message>
        <source>Allows clips of one recording on both sides; figures then flatter.</source>
        <translation>Допускает фрагменты одной записи на обеих сторонах; показатели тогда завышены.</translation>
    </message>
    <message>
        <source>Background class</source>
        <translation>Класс фона</translation>
    </message>
    <message>
        <source>A class of generated noise, hum and silence, so that these are not called something.</source>
        <translation>Класс из синтезированного шума, гула и тишины, чтобы их не принимали за звуки.</translation>
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
        <source>How it is trained; sets optimisation, regularisation and augmentation.</source>
        <translation>Как идёт обучение; задаёт оптимизацию, регуляризацию и аугментацию.</translation>
    </message>
    <message>
        <source>Report: masks, AdamW, cosine</source>
        <translation>Отчёт: маски, AdamW, косинус</translation>
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
        <source>Start from the model</source>
        <translation>Начать с модели</translation>
    </message>
    <message>
        <source>Its weights are the start where they fit; brings its own network.</source>
        <translation>Её веса — начало там, где подходят; сеть тоже её.</translation>
    </message>
    <message>
        <source>Frozen epochs</source>
        <translation>Замороженные эпохи</translation>
    </message>
    <message>
        <source>So long only the new parts are trained; needs a model to start from.</source>
        <translation>Столько эпох обучается только новое; нужна исходная модель.</translation>
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
        <source>The kind of network; its own sizes are below.</source>
        <translation>Вид сети; её размеры ниже.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Length of the sound that the network is given at a time.</source>
        <translation>Длина звука, который сеть получает за раз.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>what suits the clips</source>
        <translation>что подходит фрагментам</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Частота дискретизации</translation>
    </message>
    <message>
        <source>Sounds are resampled to it.</source>
        <translation>К ней приводятся звуки.</translation>
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
        <source>Length of a spectrum; even. Longer tells pitches apart, shorter moments.</source>
        <translation>Длина спектра; чётная. Длинный различает высоту, короткий — моменты.</translation>
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
        <source>From one frame to the next; at most the FFT.</source>
        <translation>От кадра до кадра; не больше FFT.</translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation>Мел-полосы</translation>
    </message>
    <message>
        <source>Rows of the picture that the network sees.</source>
        <translation>Строки спектрограммы, которую видит сеть.</translation>
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
        <source>What is softer counts as this soft.</source>
        <translation>Всё, что тише, считается таким.</translation>
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
        <source>Clips in a step; smaller needs less memory.</source>
        <translation>Фрагментов в шаге; меньше — меньше памяти.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>The highest of the schedule.</source>
        <translation>Наибольшая за расписание.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>How the learning rate goes on.</source>
        <translation>Как меняется скорость обучения.</translation>
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
        <source>Share of the steps in which one cycle rises.</source>
        <translation>Доля шагов, в которой растёт один цикл.</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>Предел градиента</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this norm.</source>
        <translation>Более длинные градиенты укорачиваются до этой нормы.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>Усреднение весов</translation>
    </message>
    <message>
        <source>Decay of the running average that becomes the model; near 1 is slow.</source>
        <translation>Затухание скользящего среднего, которое станет моделью; у 1 оно медленное.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Терпение</translation>
    </message>
    <message>
        <source>Ends after so many epochs without a better one.</source>
        <translation>Конец после стольких эпох без улучшения.</translation>
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
        <source>Of AdamW; keeps weights small.</source>
        <translation>В AdamW; держит веса малыми.</translation>
    </message>
    <message>
        <source>Decay weights only</source>
        <translation>Только веса</translation>
    </message>
    <message>
        <source>Spares biases and norms the decay.</source>
        <translation>Не касается смещений и нормировок.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Сглаживание меток</translation>
    </message>
    <message>
        <source>Share of a target that is spread over all classes.</source>
        <translation>Доля цели, размазанная по всем классам.</translation>
    </message>
    <message>
        <source>Balance of classes</source>
        <translation>Баланс классов</translation>
    </message>
    <message>
        <source>What is done where classes differ in size.</source>
        <translation>Что делать, если классы разного размера.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Each class equally often</source>
        <translation>Все классы одинаково часто</translation>
    </message>
    <message>
        <source>Rare classes count more</source>
        <translation>Редкие классы весят больше</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>What computes.</source>
        <translation>На чём считать.</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>Лучшее из имеющихся</translation>
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
        <source>Fewer leave room for other work.</source>
        <translation>Меньше — больше места другой работе.</translation>
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
        <source>Decides all random choices: the same seed gives the same run.</source>
        <translation>Решает все случайности: то же число даёт тот же запуск.</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Shorter numbers: quicker on recent processors, a little less exact.</source>
        <translation>Короткие числа: быстрее на новых процессорах, чуть менее точно.</translation>
    </message>
    <message>
        <source>Search trials</source>
        <translation>Попытки подбора</translation>
    </message>
    <message>
        <source>Tries so many other settings by successive halving, and ranks them.</source>
        <translation>Пробует столько других настроек, отсеивая по половине, и ранжирует их.</translation>
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
        <source>Column of starts</source>
        <translation>Столбец начал</translation>
    </message>
    <message>
        <source>Where in its file a clip begins; empty: start, onset and the like.</source>
        <translation>Где в файле начинается клип; пусто: start, onset и подобные.</translation>
    </message>
    <message>
        <source>Column of ends</source>
        <translation>Столбец концов</translation>
    </message>
    <message>
        <source>Where in its file a clip ends; empty: end, offset and the like.</source>
        <translation>Где в файле кончается клип; пусто: end, offset и подобные.</translation>
    </message>
    <message>
        <source>Label separator</source>
        <translation>Разделитель меток</translation>
    </message>
    <message>
        <source>What separates several labels in a cell; empty: it is found out; none: a cell is one label.</source>
        <translation>Что разделяет несколько меток в ячейке; пусто: определяется само; none: ячейка – одна метка.</translation>
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
        <source>Layers that keep the weights of the model to start from. With a frozen backbone, a training takes seconds and cannot augment clips.</source>
        <translation>Слои, которые сохраняют веса исходной модели. С замороженной основой обучение длится секунды, но аугментация клипов невозможна.</translation>
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
        <source>Share of the learning rate for all layers but the last one. Below 1, they stay near the model to start from.</source>
        <translation>Доля скорости обучения для всех слоёв, кроме последнего. Меньше 1: они остаются близко к исходной модели.</translation>
    </message>
    <message>
        <source>Keep batch norms</source>
        <translation>Сохранять нормировку пакетов</translation>
    </message>
    <message>
        <source>Batch norms keep the statistics of the model to start from.</source>
        <translation>Слои пакетной нормировки сохраняют статистику исходной модели.</translation>
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
</context>
<context>
    <name>TrainPresets</name>
    <message>
        <source>Quick look</source>
        <translation>Быстрая проба</translation>
    </message>
    <message>
        <source>Report&apos;s recipe</source>
        <translation>Рецепт отчёта</translation>
    </message>
    <message>
        <source>Best small model</source>
        <translation>Лучшая малая модель</translation>
    </message>
    <message>
        <source>A small network for a minute or two: shows whether the sounds can be told apart.</source>
        <translation>Маленькая сеть на минуту-две: покажет, различимы ли звуки.</translation>
    </message>
    <message>
        <source>Network, masks and 50 epochs exactly as in the report, to compare with it.</source>
        <translation>Сеть, маски и 50 эпох точно как в отчёте, для сравнения с ним.</translation>
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
        <source>Save &amp;picture…</source>
        <translation>Сохранить с&amp;нимок…</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Save the live picture as PNG</source>
        <translation>Сохранить живую спектрограмму как PNG</translation>
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
        <source>Listen or stop</source>
        <translation>Слушать или остановиться</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>С&amp;топ-кадр</translation>
    </message>
    <message>
        <source>Freeze the live picture to scroll back; listening goes on</source>
        <translation>Остановить спектрограмму, чтобы прокрутить назад; прослушивание продолжается</translation>
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
        <source>Let the live picture go on</source>
        <translation>Пустить живую спектрограмму дальше</translation>
    </message>
    <message>
        <source>&amp;Play stretch</source>
        <translation>&amp;Воспроизвести отрезок</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Play the stretch that is selected in the live picture</source>
        <translation>Воспроизвести отрезок, выделенный на живой спектрограмме</translation>
    </message>
    <message>
        <source>&amp;Save stretch…</source>
        <translation>Со&amp;хранить отрезок…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the stretch that is selected in the live picture as WAV or FLAC</source>
        <translation>Сохранить отрезок, выделенный на живой спектрограмме, как WAV или FLAC</translation>
    </message>
    <message>
        <source>Learn my &amp;room</source>
        <translation>&amp;Изучить помещение</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Listen to the empty room for 20 seconds, so that it stays quiet</source>
        <translation>20 секунд слушать пустое помещение, чтобы его шум не давал событий</translation>
    </message>
    <message>
        <source>Record what &amp;triggers</source>
        <translation>Записывать со&amp;бытия</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Save a clip of each event, a little before and after it</source>
        <translation>Сохранять фрагмент каждого события с небольшим запасом</translation>
    </message>
    <message>
        <source>Record &amp;everything</source>
        <translation>&amp;Записывать всё</translation>
    </message>
    <message>
        <source>Save all that is heard</source>
        <translation>Сохранять всё, что слышно</translation>
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
        <source>Look for microphones that were plugged in; listening pauses for a moment</source>
        <translation>Найти только что подключённые микрофоны; прослушивание на миг прервётся</translation>
    </message>
    <message>
        <source>&amp;Right</source>
        <translation>&amp;Верно</translation>
    </message>
    <message>
        <source>The selected event was what it is called</source>
        <translation>Выбранное событие названо правильно</translation>
    </message>
    <message>
        <source>&amp;Wrong</source>
        <translation>&amp;Неверно</translation>
    </message>
    <message>
        <source>The selected event was something else</source>
        <translation>Выбранное событие было чем-то другим</translation>
    </message>
    <message>
        <source>Another &amp;label…</source>
        <translation>Другая &amp;метка…</translation>
    </message>
    <message>
        <source>Say what the selected event was</source>
        <translation>Сказать, чем было выбранное событие</translation>
    </message>
    <message>
        <source>&amp;Next to review</source>
        <translation>&amp;Следующее непроверенное</translation>
    </message>
    <message>
        <source>Select the next older event that was not reviewed</source>
        <translation>Выбрать следующее, более старое непроверенное событие</translation>
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
        <source>W&amp;hy, or why not?</source>
        <translation>По&amp;чему или почему нет?</translation>
    </message>
    <message>
        <source>Scores against thresholds at the selected event or moment</source>
        <translation>Оценки и пороги у выбранного события или момента</translation>
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
        <source>Save the selected events, or the selected stretch, as labelled clips</source>
        <translation>Сохранить выбранные события или выделенный отрезок как фрагменты с метками</translation>
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
        <source>Thresholds and durations that fit what you reviewed</source>
        <translation>Пороги и длительности, подходящие к вашей проверке</translation>
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
        <source>All events so far, with search and counts</source>
        <translation>Все события, с поиском и подсчётом</translation>
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
        <source>List, play and remove what the model was taught</source>
        <translation>Показать, прослушать и удалить то, чему научена модель</translation>
    </message>
    <message>
        <source>Teach the model the selected sound: a part of the live picture or of a file, or an event</source>
        <translation>Научить модель выбранному звуку: части живой картины или файла либо событию</translation>
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
        <source>How</source>
        <translation>Как</translation>
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
        <source>One for each class; a later one takes its place.</source>
        <translation>По одному на класс; новое заменяет прежнее.</translation>
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
        <source>Two soft tones. The microphone may hear them, too.</source>
        <translation>Два мягких тона. Микрофон может услышать и их.</translation>
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
        <source>Started without a shell. It gets the alert as JSON on its standard input, and EARWITNESS_LABEL, _SCORE and _TIME; it has ten seconds.</source>
        <translation>Запускается без оболочки. Получает оповещение как JSON на стандартный вход, а также EARWITNESS_LABEL, _SCORE и _TIME; у неё десять секунд.</translation>
    </message>
    <message>
        <source>the web hook</source>
        <translation>веб-хук</translation>
    </message>
    <message>
        <source>&amp;Web hook:</source>
        <translation>&amp;Веб-хук:</translation>
    </message>
    <message>
        <source>The same JSON is sent to this address. Empty: nothing leaves your machine.</source>
        <translation>На этот адрес уходит тот же JSON. Пусто: ничто не покидает ваш компьютер.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> с</translation>
    </message>
    <message>
        <source>Cool-&amp;down:</source>
        <translation>&amp;Пауза:</translation>
    </message>
    <message>
        <source>After an alert, its class is silent for so long.</source>
        <translation>После оповещения его класс столько времени молчит.</translation>
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
        <source>No alerts between these times; events are still listed.</source>
        <translation>Между этими часами оповещений нет; события всё равно попадают в список.</translation>
    </message>
    <message>
        <source>For which classes</source>
        <translation>Для каких классов</translation>
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
        <source>Space ticks the class that is marked.</source>
        <translation>Пробел ставит отметку у выбранного класса.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Кавычка не закрыта.</translation>
    </message>
    <message>
        <source>A web address begins with http:// or https:// and a name.</source>
        <translation>Веб-адрес начинается с http:// или https:// и имени.</translation>
    </message>
    <message>
        <source>They end when they begin, so no hour is quiet.</source>
        <translation>Конец совпадает с началом, поэтому тихих часов нет.</translation>
    </message>
    <message>
        <source>On its way...</source>
        <translation>Отправляется...</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Отправлено.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationEditor</name>
    <message>
        <source>No step: the network sees the clips as they are.</source>
        <translation>Шагов нет: сеть видит фрагменты как есть.</translation>
    </message>
    <message>
        <source>Steps vary the training clips, from first to last, again in each epoch.</source>
        <translation>Шаги меняют обучающие фрагменты, от первого к последнему, заново в каждой эпохе.</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Сбросить: %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Back to the steps of the preset</source>
        <translation>Вернуть шаги пресета</translation>
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
        <source>Another &amp;draw</source>
        <translation>Другой &amp;розыгрыш</translation>
    </message>
    <message>
        <source>Shows another sound of the data set</source>
        <translation>Показывает другой звук из набора данных</translation>
    </message>
    <message>
        <source>The same sound with other random numbers</source>
        <translation>Тот же звук с другими случайными числами</translation>
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
        <source>Choose sounds to see what the steps make of them.</source>
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
        <source>This program does not know it.</source>
        <translation>Эта программа его не знает.</translation>
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
        <source>Continue</source>
        <translation>Продолжить</translation>
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
        <source>Find by name or sound</source>
        <translation>Поиск по имени или звуку</translation>
    </message>
    <message>
        <source>Which files are listed</source>
        <translation>Какие файлы в списке</translation>
    </message>
    <message>
        <source>Progress of all files</source>
        <translation>Ход анализа всех файлов</translation>
    </message>
    <message>
        <source>Stop analysing for now, and go on from there later</source>
        <translation>Прервать анализ, чтобы позже продолжить с того же места</translation>
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
        <source>Write the sounds that were found into a file</source>
        <translation>Записать найденные звуки в файл</translation>
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
        <source>With sounds</source>
        <translation>Со звуками</translation>
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
        <source>Go on</source>
        <translation>Продолжить</translation>
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
        <source>A sound to be learned (Ctrl+N)</source>
        <translation>Звук, который надо выучить (Ctrl+N)</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>З&amp;аписать…</translation>
    </message>
    <message>
        <source>Record sounds for the chosen class (R)</source>
        <translation>Записать звуки для выбранного класса (R)</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Copy sounds into the chosen class</source>
        <translation>Скопировать звуки в выбранный класс</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Rename the chosen class (F2)</source>
        <translation>Переименовать выбранный класс (F2)</translation>
    </message>
    <message>
        <source>Delete class</source>
        <translation>Удалить класс</translation>
    </message>
    <message>
        <source>Move the chosen class and its clips to the trash</source>
        <translation>Переместить выбранный класс и его фрагменты в корзину</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Новый класс</translation>
    </message>
    <message>
        <source>What is to be heard? A name such as “doorbell”:</source>
        <translation>Что должно быть слышно? Имя, например «дверной звонок»:</translation>
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
</context>
<context>
    <name>earwitness::gui::ClassCard</name>
    <message>
        <source>Record my room</source>
        <translation>Записать помещение</translation>
    </message>
    <message>
        <source>Record, or drop sounds here</source>
        <translation>Запишите или перетащите звуки сюда</translation>
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
        <source>List all classes, hidden ones too</source>
        <translation>Показать все классы, и скрытые</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassFiguresTable</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
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
        <source>What the clips are</source>
        <translation>Что это за фрагменты</translation>
    </message>
    <message>
        <source>Of the validation</source>
        <translation>Из проверки</translation>
    </message>
    <message>
        <source>Of the clips called so, the share that is so</source>
        <translation>Доля верных среди фрагментов, названных так</translation>
    </message>
    <message>
        <source>Of the clips that are so, the share called so</source>
        <translation>Доля названных так среди фрагментов этого класса</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Среднее гармоническое точности и полноты</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassModel</name>
    <message>
        <source>no sounds yet</source>
        <translation>звуков пока нет</translation>
    </message>
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
</context>
<context>
    <name>earwitness::gui::ClassPanel</name>
    <message>
        <source>Classes now</source>
        <translation>Классы сейчас</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: reported at %2</source>
        <translation>%1: отмечается с %2</translation>
    </message>
    <message>
        <source>&amp;Pin: always show it here</source>
        <translation>&amp;Закрепить: всегда показывать здесь</translation>
    </message>
    <message>
        <source>&amp;Hide: no events, no alerts, no clips</source>
        <translation>&amp;Скрыть: без событий, оповещений и записей</translation>
    </message>
    <message>
        <source>Use the &amp;model&apos;s threshold</source>
        <translation>Взять порог &amp;модели</translation>
    </message>
    <message>
        <source>%1
Now %2, reported at %3%4</source>
        <translation>%1
Сейчас %2, отмечается с %3%4</translation>
    </message>
    <message>
        <source> (the model&apos;s threshold)</source>
        <translation> (порог модели)</translation>
    </message>
    <message>
        <source>Hidden: it makes no events.</source>
        <translation>Скрыт: событий не даёт.</translation>
    </message>
    <message>
        <source>Drag the mark to report it sooner or later.</source>
        <translation>Перетащите отметку порога, чтобы отмечать раньше или позже.</translation>
    </message>
    <message>
        <source>No class has this in its name.</source>
        <translation>Класса с таким в имени нет.</translation>
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
</context>
<context>
    <name>earwitness::gui::ClassTableModel</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>The model&apos;s own value; enter another to change it.</source>
        <translation>Значение самой модели; введите другое, чтобы изменить.</translation>
    </message>
    <message>
        <source>%1, %2%3</source>
        <comment>class, column and value in a table</comment>
        <translation>%1, %2%3</translation>
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
        <source> %</source>
        <comment>a percentage</comment>
        <translation> %</translation>
    </message>
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
        <source>Grey values are the model&apos;s own; a double click or F2 changes one. Space ticks a box.</source>
        <translation>Серые значения — самой модели; двойной щелчок или F2 меняет их. Пробел ставит отметку.</translation>
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
        <source>no picture</source>
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
        <source>Hear the clip (Space)</source>
        <translation>Прослушать фрагмент (Пробел)</translation>
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
        <source>Left out</source>
        <translation>Исключён</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipRecorder</name>
    <message>
        <source>The microphone gives no sound. See whether it is switched off, or choose another.</source>
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
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Как было</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>The label that the data set gives (U)</source>
        <translation>Метка из набора данных (U)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There are none: the run validated nothing.</source>
        <translation>Их нет: запуск ничего не проверял.</translation>
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
        <source>%1, rightly named (%2)</source>
        <translation>%1, названо верно (%2)</translation>
    </message>
    <message>
        <source>%1, called %2 (%3)</source>
        <translation>%1, названо %2 (%3)</translation>
    </message>
    <message>
        <source>This run kept only the clips that were called something else; one that is trained now keeps all.</source>
        <translation>Этот запуск сохранил только фрагменты, названные иначе; новый сохранит все.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Сменить метку</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>Что такое %1?</translation>
    </message>
    <message>
        <source>“%1” is not a class of this data set; choose one of the list.</source>
        <translation>«%1» — не класс этого набора данных; выберите из списка.</translation>
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
        <source>Clips of this run can have several labels, so no clip is taken for another. The tab “Classes” shows how well each class is named.</source>
        <translation>У клипов этого запуска может быть несколько меток, поэтому путаницы между классами нет. Вкладка «Классы» показывает, насколько хорошо модель называет каждый класс.</translation>
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
        <source>By confusion: classes that are taken for one another stand together</source>
        <translation>По ошибкам: классы, которые путают друг с другом, стоят рядом</translation>
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
        <source>Rates: shares of a class&apos;s clips</source>
        <translation>Доли: от фрагментов класса</translation>
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
        <source>Read</source>
        <translation>Читать</translation>
    </message>
    <message>
        <source>Large enough to read every label</source>
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
        <source>Nothing was validated.</source>
        <translation>Ничего не проверялось.</translation>
    </message>
    <message>
        <source>%1: no clips to validate with</source>
        <translation>%1: нет фрагментов для проверки</translation>
    </message>
    <message>
        <source>%1, rightly named: %2 of %3 clips (%4)</source>
        <translation>%1, названо верно: %2 из %3 (%4)</translation>
    </message>
    <message>
        <source>%1, called %2: %3 of %4 clips (%5)</source>
        <translation>%1, названо %2: %3 из %4 (%5)</translation>
    </message>
    <message>
        <source>called →</source>
        <translation>названо →</translation>
    </message>
    <message>
        <source>is ↓</source>
        <translation>это ↓</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CostLine</name>
    <message>
        <source>Cost</source>
        <translation>Затраты</translation>
    </message>
    <message>
        <source>Before starting</source>
        <translation>Перед запуском</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1.</source>
        <translation>Настройки не записать в %1.</translation>
    </message>
    <message>
        <source>Finding out what it takes…</source>
        <translation>Оценка затрат…</translation>
    </message>
    <message>
        <source>What it takes is told once there are sounds.</source>
        <translation>Затраты станут известны, когда будут звуки.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurveCanvas</name>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
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
    <message>
        <source>Balanced
accuracy</source>
        <translation>Сбаланс.
точность</translation>
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
        <source>Curves: what is shown, export</source>
        <translation>Кривые: что показать, экспорт</translation>
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
        <source>Written to %1</source>
        <translation>Записано в %1</translation>
    </message>
    <message>
        <source>Save picture (PNG)…</source>
        <translation>Сохранить изображение (PNG)…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Изображение PNG (*.png)</translation>
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
        <source>Save figures (CSV)…</source>
        <translation>Сохранить числа (CSV)…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DeskSettingsKeeper</name>
    <message>
        <source>Changed settings are not kept, because %1 could be neither read nor moved aside.</source>
        <translation>Изменённые настройки не сохраняются: %1 не удалось ни прочитать, ни переместить.</translation>
    </message>
    <message>
        <source>The defaults are used, and changes are not kept.</source>
        <translation>Взяты исходные настройки, изменения не сохраняются.</translation>
    </message>
    <message>
        <source>It was kept as %1, and the defaults are used.</source>
        <translation>Прежний файл сохранён как %1, взяты исходные настройки.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DetectionPage</name>
    <message>
        <source>&amp;Pass over what does not rise above the room</source>
        <translation>&amp;Пропускать то, что не громче помещения</translation>
    </message>
    <message>
        <source>&amp;Learn my room (%1 s)</source>
        <translation>&amp;Изучить помещение (%1 с)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Забыть его</translation>
    </message>
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
        <source>More makes events steadier and later; 0 takes each window as it is.</source>
        <translation>Больше — события устойчивее и позже; 0 берёт каждое окно как есть.</translation>
    </message>
    <message>
        <source>An empty room</source>
        <translation>Пустое помещение</translation>
    </message>
    <message>
        <source>An empty room stays quiet, whatever the model makes of its hum.</source>
        <translation>Пустое помещение молчит, что бы модель ни нашла в его гуле.</translation>
    </message>
    <message>
        <source>Learning the room</source>
        <translation>Изучение помещения</translation>
    </message>
    <message>
        <source>Make no sound while it is learned. Learn it again after moving the microphone or changing its gain.</source>
        <translation>Не шумите, пока оно изучается. Изучите снова, если переставили микрофон или изменили усиление.</translation>
    </message>
    <message>
        <source>No room was learned yet.</source>
        <translation>Помещение ещё не изучено.</translation>
    </message>
    <message>
        <source>A room was learned, from %1 of sound.</source>
        <translation>Помещение изучено по %1 звука.</translation>
    </message>
    <message>
        <source>The room was learned on %1, from %2 of sound.</source>
        <translation>Помещение изучено %1 по %2 звука.</translation>
    </message>
    <message>
        <source>What is analysed of files with several channels. It applies to files that are analysed from now on.</source>
        <translation>Что анализируется в файлах с несколькими каналами. Действует для файлов, которые анализируются с этого момента.</translation>
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
        <source>What is heard of a microphone with several channels.</source>
        <translation>Что слушать, если у микрофона несколько каналов.</translation>
    </message>
    <message>
        <source>Fil&amp;es:</source>
        <translation>&amp;Файлы:</translation>
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
        <source>What the computer plays</source>
        <translation>Что играет компьютер</translation>
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
    <name>earwitness::gui::EventDesk</name>
    <message>
        <source>Select an event in the list first.</source>
        <translation>Сначала выберите событие в списке.</translation>
    </message>
    <message>
        <source>The sound of this event is not kept any more. Switch the recorder on to keep the sound of events.</source>
        <translation>Звук этого события уже не хранится. Включите запись, чтобы хранить звук событий.</translation>
    </message>
    <message>
        <source>Scores are kept for the last ten minutes of listening; those of a file are drawn below its picture.</source>
        <translation>Оценки хранятся за последние десять минут прослушивания; оценки файла — под его спектрограммой.</translation>
    </message>
    <message>
        <source>Nobody knows what a wrong event was: give it another label (L) first.</source>
        <translation>Никто не знает, чем было неверное событие: сначала дайте ему другую метку (L).</translation>
    </message>
    <message>
        <source>Data set folder, with a folder for each class</source>
        <translation>Папка набора данных с папкой для каждого класса</translation>
    </message>
    <message>
        <source>Clips written to &apos;%1&apos;: %2</source>
        <translation>Фрагментов записано в «%1»: %2</translation>
    </message>
    <message>
        <source>, not kept any more: %1</source>
        <translation>, уже не хранятся: %1</translation>
    </message>
    <message>
        <source>There is no model, or no event store, to fit thresholds with.</source>
        <translation>Нет модели или хранилища событий, чтобы подобрать пороги.</translation>
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
    <name>earwitness::gui::EventStrip</name>
    <message>
        <source>Sounds found in the file</source>
        <translation>Звуки, найденные в файле</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventTableModel</name>
    <message>
        <source>going on</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ верно</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ неверно</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>From the start of the file</source>
        <translation>От начала файла</translation>
    </message>
    <message>
        <source>Still going on</source>
        <translation>Ещё продолжается</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Длилось</translation>
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
        <source>Where</source>
        <translation>Где</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventTrack</name>
    <message>
        <source>Its score stayed below the threshold of the class.</source>
        <translation>Оценка не дошла до порога класса.</translation>
    </message>
    <message>
        <source>It was shorter than the class&apos;s minimum duration.</source>
        <translation>Оно короче наименьшей длительности класса.</translation>
    </message>
    <message>
        <source>It came too soon after the class&apos;s last event.</source>
        <translation>Слишком скоро после прошлого события класса.</translation>
    </message>
    <message>
        <source>It was not louder than the empty room.</source>
        <translation>Оно не громче пустого помещения.</translation>
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
        <source>No option fits.</source>
        <translation>Ничего не подходит.</translation>
    </message>
    <message>
        <source>Groups of options</source>
        <translation>Группы параметров</translation>
    </message>
    <message>
        <source>Find an option: a word of its name or help, or --flag</source>
        <translation>Найти параметр: слово из имени или справки, или --флаг</translation>
    </message>
    <message>
        <source>Find an option</source>
        <translation>Найти параметр</translation>
    </message>
    <message>
        <source>All options go back to the values of the preset</source>
        <translation>Вернуть всем параметрам значения пресета</translation>
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
</context>
<context>
    <name>earwitness::gui::ExportDialog</name>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Метки Audacity</translation>
    </message>
    <message>
        <source>Raven selection table</source>
        <translation>Таблица выделений Raven</translation>
    </message>
    <message>
        <source>One file for all</source>
        <translation>Один файл на все</translation>
    </message>
    <message>
        <source>A file for each</source>
        <translation>По файлу на каждый</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Export sounds</source>
        <translation>Экспорт звуков</translation>
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
        <source>Those listed (%L1)</source>
        <translation>Те, что в списке (%L1)</translation>
    </message>
    <message>
        <source>Those chosen (%L1)</source>
        <translation>Выбранные (%L1)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Sounds of</source>
        <translation>Звуки из</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Куда</translation>
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
        <source>Table for spreadsheets (CSV, no formulas)</source>
        <translation>Таблица для электронных таблиц (CSV, без формул)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be written:</source>
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
        <source>Sound files (%1)</source>
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
        <source>Analyse this file once more</source>
        <translation>Анализировать этот файл ещё раз</translation>
    </message>
    <message>
        <source>%1 · no model, so nothing is named</source>
        <translation>%1 · модели нет, поэтому ничего не названо</translation>
    </message>
    <message>
        <source>%1 · sounds found: %2</source>
        <translation>%1 · звуков: %2</translation>
    </message>
    <message>
        <source>All files (%L1)</source>
        <translation>Все файлы (%L1)</translation>
    </message>
    <message>
        <source>Not analysed: %1</source>
        <translation>Не проанализирован: %1</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileTable</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>None of the files is like that.</source>
        <translation>Таких файлов нет.</translation>
    </message>
    <message>
        <source>Drop audio files or folders here, or open them with Ctrl+O.</source>
        <translation>Перетащите сюда звуковые файлы или папки либо откройте их через Ctrl+O.</translation>
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
        <source>Sounds</source>
        <translation>Звуки</translation>
    </message>
    <message>
        <source>Best sound</source>
        <translation>Лучший звук</translation>
    </message>
    <message>
        <source>The class with the highest mean score over the whole file, which is below the threshold of the class</source>
        <translation>Класс с наибольшей средней оценкой по всему файлу; она ниже порога этого класса</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileView</name>
    <message>
        <source>The file over time</source>
        <translation>Файл во времени</translation>
    </message>
    <message>
        <source>Best classes of the file</source>
        <translation>Лучшие классы файла</translation>
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
        <source>Sound before</source>
        <translation>Предыдущий звук</translation>
    </message>
    <message>
        <source>Next sound</source>
        <translation>Следующий звук</translation>
    </message>
    <message>
        <source>Hear the chosen sound</source>
        <translation>Прослушать выбранный звук</translation>
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
        <source>Select nothing</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>The best classes appear here.</source>
        <translation>Здесь появятся лучшие классы.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Модель не загружена.</translation>
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
        <source>Time from a window of sound to its scores, the way to the model&apos;s process included: the median of the last ten seconds, and its share of the time there is</source>
        <translation>Время от окна звука до его оценок, включая путь к процессу модели: медиана за последние десять секунд и её доля от имеющегося времени</translation>
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
        <source>Sound that was lost between the microphone and the program, in samples, and windows that the model was too slow for</source>
        <translation>Звук, потерянный между микрофоном и программой, в отсчётах, и окна, за которыми модель не успела</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Сигнал</translation>
    </message>
    <message>
        <source>What the last ten seconds of the microphone were like</source>
        <translation>Каким был микрофон в последние десять секунд</translation>
    </message>
    <message>
        <source>%1 ms · %2 %</source>
        <translation>%L1 мс · %L2 %</translation>
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
        <source>as the room</source>
        <translation>как помещение</translation>
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
</context>
<context>
    <name>earwitness::gui::HeardTable</name>
    <message>
        <source>What was heard</source>
        <translation>Что услышано</translation>
    </message>
    <message>
        <source>What is heard is listed here.</source>
        <translation>Здесь появится то, что услышано.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryFilters</name>
    <message>
        <source>Search events</source>
        <translation>Поиск событий</translation>
    </message>
    <message>
        <source>Search sounds, devices, files and models</source>
        <translation>Поиск звуков, устройств, файлов и моделей</translation>
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
        <source>Sound</source>
        <translation>Звук</translation>
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
        <source>All sounds</source>
        <translation>Все звуки</translation>
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
        <source>Right</source>
        <translation>Верно</translation>
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
</context>
<context>
    <name>earwitness::gui::HistoryModel</name>
    <message>
        <source>going on</source>
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
        <source>When the file was analysed</source>
        <translation>Когда анализировался файл</translation>
    </message>
    <message>
        <source>By the model %1</source>
        <translation>Моделью %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Длилось</translation>
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
        <source>Where</source>
        <translation>Где</translation>
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
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation>Сменить метку…</translation>
    </message>
    <message>
        <source>Take review back</source>
        <translation>Отменить проверку</translation>
    </message>
    <message>
        <source>Play clip</source>
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
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Write what is shown as a table or as labels</source>
        <translation>Записать показанное как таблицу или как метки</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Сменить метку</translation>
    </message>
    <message>
        <source>What was it really?</source>
        <translation>Что это было на самом деле?</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Экспорт событий</translation>
    </message>
    <message>
        <source>events</source>
        <comment>name of a file</comment>
        <translation>события</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Записано в %1</translation>
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
        <source>CSV table</source>
        <translation>Таблица CSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Метки Audacity</translation>
    </message>
    <message>
        <source>Raven selection table</source>
        <translation>Таблица выделений Raven</translation>
    </message>
    <message>
        <source>Table for spreadsheets, no formulas</source>
        <translation>Таблица для электронных таблиц, без формул</translation>
    </message>
    <message>
        <source>Teach…</source>
        <translation>Обучить…</translation>
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
    <name>earwitness::gui::HistoryTable</name>
    <message>
        <source>Stored events</source>
        <translation>Сохранённые события</translation>
    </message>
    <message>
        <source>No events here. What is heard, live and in files, is kept in this list.</source>
        <translation>Здесь нет событий. В этом списке хранится то, что услышано с микрофона и в файлах.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ImportDialog</name>
    <message>
        <source>a waveform of any length</source>
        <translation>звуковую волну любой длины</translation>
    </message>
    <message>
        <source>a waveform of %1 samples</source>
        <translation>звуковую волну, отсчётов: %1</translation>
    </message>
    <message>
        <source>log-mel windows of any length</source>
        <translation>окна лог-мел любой длины</translation>
    </message>
    <message>
        <source>log-mel windows of %1 frames</source>
        <translation>окна лог-мел, кадров: %1</translation>
    </message>
    <message>
        <source>A network of %1 parameters. It takes %2 and answers with %3 values.</source>
        <translation>Сеть, параметров: %1. Принимает %2; значений в ответе: %3.</translation>
    </message>
    <message>
        <source>A window takes %1 ms.</source>
        <translation>Окно занимает %1 мс.</translation>
    </message>
    <message>
        <source>On plain noise it names a sound in %1 of windows.</source>
        <translation>На чистом шуме она называет звук в %1 окон.</translation>
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
        <source>What it hears</source>
        <translation>Что она слышит</translation>
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
        <source>Looking into the file…</source>
        <translation>Чтение файла…</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Проба…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>The labels cannot be written for the import: %1.</source>
        <translation>Метки для импорта не записать: %1.</translation>
    </message>
    <message>
        <source>The program earwitness-cli answered with something unknown; please install Earwitness again.</source>
        <translation>Программа earwitness-cli ответила непонятно; установите Earwitness заново.</translation>
    </message>
    <message>
        <source>Model imported</source>
        <translation>Модель импортирована</translation>
    </message>
    <message>
        <source>“%1” is among your models now. Use it at once?</source>
        <translation>«%1» теперь среди ваших моделей. Включить её сразу?</translation>
    </message>
    <message>
        <source>Choose a network that somebody saved as TorchScript, or the weights of a public network (EfficientAT). It is run in a sandbox, where it can open no files, start no programs and reach no network.</source>
        <translation>Выберите сеть, сохранённую как TorchScript, или веса общедоступной сети (EfficientAT). Она выполняется в песочнице, где не может открывать файлы, запускать программы и выходить в сеть.</translation>
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
        <source>Weights of %1: %2 parameters, %3 labels. Everything about this network is known.</source>
        <translation>Веса %1: параметров %2, меток %3. Об этой сети известно всё.</translation>
    </message>
    <message>
        <source>Highest scores in %1:</source>
        <translation>Наибольшие оценки в %1:</translation>
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
        <source>What others may do with it, if you know</source>
        <translation>Что с ней можно делать другим, если известно</translation>
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
        <source>Answer with the la&amp;bels:</source>
        <translation>Ответ с мет&amp;ками:</translation>
    </message>
    <message>
        <source>&amp;Several sounds at a time:</source>
        <translation>&amp;Несколько звуков сразу:</translation>
    </message>
    <message>
        <source>No: one sound at a time (softmax)</source>
        <translation>Нет: один звук за раз (softmax)</translation>
    </message>
    <message>
        <source>Yes: each on its own (logistic)</source>
        <translation>Да: каждый отдельно (логистическая)</translation>
    </message>
    <message>
        <source>It answers with probabilities</source>
        <translation>Она отвечает вероятностями</translation>
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
        <source>&amp;Mean to take away:</source>
        <translation>Вычесть с&amp;реднее:</translation>
    </message>
    <message>
        <source>None; or one number, or one for each band</source>
        <translation>Нет; или одно число, или по одному на полосу</translation>
    </message>
    <message>
        <source>St&amp;andard deviation:</source>
        <translation>Стан&amp;дартное отклонение:</translation>
    </message>
    <message>
        <source>As many numbers as means</source>
        <translation>Столько же чисел, сколько средних</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>One a line, in the order of the network&apos;s outputs</source>
        <translation>По одной в строке, в порядке выходов сети</translation>
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
        <source>The network takes no other number</source>
        <translation>Другого числа сеть не принимает</translation>
    </message>
    <message>
        <source>The network takes no other length</source>
        <translation>Другой длины сеть не принимает</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>The network has %1 outputs; %2 labels are there.</source>
        <translation>Выходов у сети: %1; меток: %2.</translation>
    </message>
    <message>
        <source>Labels: %1, as many as outputs</source>
        <translation>Меток: %1, столько же, сколько выходов</translation>
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
</context>
<context>
    <name>earwitness::gui::InputPanel</name>
    <message>
        <source>Learning the room</source>
        <translation>Изучение помещения</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Помещение</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Keeps the sound of events.</source>
        <translation>Хранится звук событий.</translation>
    </message>
    <message>
        <source>Keeps everything.</source>
        <translation>Хранится всё.</translation>
    </message>
    <message>
        <source>Off: no sound is kept.</source>
        <translation>Выключена: звук не хранится.</translation>
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
        <source>What is analysed of files with several channels, from now on</source>
        <translation>Что с этого момента анализируется в файлах с несколькими каналами</translation>
    </message>
    <message>
        <source>Channel of the microphone</source>
        <translation>Канал микрофона</translation>
    </message>
    <message>
        <source>What is heard of a microphone with several channels</source>
        <translation>Что слушать, если у микрофона несколько каналов</translation>
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
        <source>Of the window&apos;s texts. A change shows when Earwitness is started again.</source>
        <translation>Язык текстов окна. Изменение вступит в силу при следующем запуске Earwitness.</translation>
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
    <name>earwitness::gui::LiveDesk</name>
    <message>
        <source>The room is learned: what is no louder than it makes no events.</source>
        <translation>Помещение изучено: то, что не громче его, событий не даёт.</translation>
    </message>
    <message>
        <source>The room was not learned: the stream has changed.</source>
        <translation>Помещение не изучено: поток изменился.</translation>
    </message>
    <message>
        <source>The room was not learned: listening has stopped.</source>
        <translation>Помещение не изучено: прослушивание остановлено.</translation>
    </message>
    <message>
        <source>No signal from &apos;%1&apos; for 10 seconds. Is it muted? Another one can be chosen in the list of microphones.</source>
        <translation>От «%1» 10 секунд нет сигнала. Микрофон отключён? Другой можно выбрать в списке.</translation>
    </message>
    <message>
        <source>Not learned: faint noise may be named.</source>
        <translation>Не изучено: слабый шум может быть принят за звук.</translation>
    </message>
    <message>
        <source>Learned. What is no louder makes no events.</source>
        <translation>Изучено. То, что не громче, событий не даёт.</translation>
    </message>
    <message>
        <source>Learned, but switched off in the settings.</source>
        <translation>Изучено, но отключено в настройках.</translation>
    </message>
    <message>
        <source>Thresholds taken: %1</source>
        <translation>Принято порогов: %1</translation>
    </message>
    <message>
        <source>Learning the room was stopped.</source>
        <translation>Изучение помещения остановлено.</translation>
    </message>
    <message>
        <source>Press Listen first: the room is learned from the microphone.</source>
        <translation>Сначала нажмите «Слушать»: помещение изучается с микрофона.</translation>
    </message>
    <message>
        <source>Keep quiet for 20 seconds: the room is being learned.</source>
        <translation>Не шумите 20 секунд: помещение изучается.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LivePane</name>
    <message>
        <source>Live</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Frozen; listening goes on. Space continues.</source>
        <translation>Стоп-кадр; прослушивание идёт. Пробел продолжает.</translation>
    </message>
    <message>
        <source>Stopped. Press Listen to go on.</source>
        <translation>Остановлено. Нажмите «Слушать», чтобы продолжить.</translation>
    </message>
    <message>
        <source>Waiting for a microphone</source>
        <translation>Ожидание микрофона</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Прослушивание</translation>
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
</context>
<context>
    <name>earwitness::gui::MainWindow</name>
    <message>
        <source>Earwitness</source>
        <translation>Earwitness</translation>
    </message>
    <message>
        <source>No model was found. Open one from the Model menu.</source>
        <translation>Модель не найдена. Откройте её через меню «Модель».</translation>
    </message>
    <message>
        <source>%1
Classes: %2
%3</source>
        <translation>%1
Классов: %2
%3</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Модель не загружена.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Microphones found: %1</source>
        <translation>Найдено микрофонов: %1</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Живая спектрограмма</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>The model is starting.</source>
        <translation>Модель запускается.</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>Пока ничего не слышно.</translation>
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
        <source>Model&apos;s eye</source>
        <translation>Взгляд модели</translation>
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
        <source>The model does not answer. Wait, or choose another one in the Model menu.</source>
        <translation>Модель не отвечает. Подождите или выберите другую в меню «Модель».</translation>
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
        <source>Reported from a score of %1</source>
        <translation>Отмечается с оценки %1</translation>
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
        <source>Never reported: it says that none of the sounds is there</source>
        <translation>Не сообщается: говорит, что ни одного из звуков нет</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelEye</name>
    <message>
        <source>What the model gets</source>
        <translation>Что получает модель</translation>
    </message>
    <message>
        <source>No window yet</source>
        <translation>Окна пока нет</translation>
    </message>
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
</context>
<context>
    <name>earwitness::gui::ModelManager</name>
    <message>
        <source>came with Earwitness</source>
        <translation>из поставки Earwitness</translation>
    </message>
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
        <source>start model</source>
        <translation>при запуске</translation>
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
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Статус</translation>
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
        <source>&amp;Start with this one</source>
        <translation>Брать при &amp;запуске</translation>
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
        <source>It is in use: use another one first</source>
        <translation>Она включена: сначала включите другую</translation>
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
        <source>No file manager could be opened; the folder is %1.</source>
        <translation>Файловый менеджер не открылся; папка: %1.</translation>
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
    <name>earwitness::gui::OptionRow</name>
    <message>
        <source>Reset: %1</source>
        <translation>Сбросить: %1</translation>
    </message>
    <message>
        <source>Back to: %1</source>
        <translation>Вернуть: %1</translation>
    </message>
    <message>
        <source>Changed. %1</source>
        <translation>Изменено. %1</translation>
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
        <source>%1 %</source>
        <translation>%1 %</translation>
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
</context>
<context>
    <name>earwitness::gui::PictureActions</name>
    <message>
        <source>Send stretch to &amp;data set…</source>
        <translation>Отрезок в &amp;набор данных…</translation>
    </message>
    <message>
        <source>&amp;Why, or why not here?</source>
        <translation>&amp;Почему или почему нет?</translation>
    </message>
    <message>
        <source>Select a stretch of the live picture first: drag over it while Shift is held, or while it is frozen.</source>
        <translation>Сначала выделите отрезок на живой спектрограмме: проведите по ней с нажатой Shift или во время стоп-кадра.</translation>
    </message>
    <message>
        <source>The sound of this stretch is not kept any more.</source>
        <translation>Звук этого отрезка уже не хранится.</translation>
    </message>
    <message>
        <source>Save stretch</source>
        <translation>Сохранить отрезок</translation>
    </message>
    <message>
        <source>Sound written to &apos;%1&apos;.</source>
        <translation>Звук записан в «%1».</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Сохранить снимок</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Изображение PNG (*.png)</translation>
    </message>
    <message>
        <source>Picture written to &apos;%1&apos;.</source>
        <translation>Снимок записан в «%1».</translation>
    </message>
    <message>
        <source>Send to data set</source>
        <translation>В набор данных</translation>
    </message>
    <message>
        <source>What is it? One of the classes, or a new one:</source>
        <translation>Что это? Один из классов или новый:</translation>
    </message>
    <message>
        <source>WAV (*.wav)</source>
        <translation>WAV (*.wav)</translation>
    </message>
    <message>
        <source>FLAC (*.flac)</source>
        <translation>FLAC (*.flac)</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PictureControls</name>
    <message>
        <source>Picture</source>
        <translation>Спектрограмма</translation>
    </message>
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
        <source>Visible time (%1, %2; in the picture + and -, or Ctrl+wheel)</source>
        <translation>Видимое время (%1, %2; на спектрограмме + и - или Ctrl+колесо)</translation>
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
        <source>Colours; Ice suits light surroundings</source>
        <translation>Цвета; «Лёд» подходит к светлому окружению</translation>
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
        <source>Floor and ceiling follow what is visible</source>
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
        <source>Generated noise, hum and silence, so that an empty room is not called one of your sounds.</source>
        <translation>Синтезированный шум, гул и тишина, чтобы пустое помещение не принимали за ваш звук.</translation>
    </message>
    <message>
        <source>&amp;Name of the run:</source>
        <translation>&amp;Имя запуска:</translation>
    </message>
    <message>
        <source>What the run and its model are called; may stay empty.</source>
        <translation>Имя запуска и его модели; можно не заполнять.</translation>
    </message>
    <message>
        <source>Settings of the run %1. A choice below replaces them.</source>
        <translation>Настройки запуска %1. Выбор ниже заменит их.</translation>
    </message>
    <message>
        <source>Changed options: %1.</source>
        <translation>Изменённые параметры: %1.</translation>
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
        <source>Nothing has been checked yet.</source>
        <translation>Пока ничего не проверено.</translation>
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
        <source>The files stay where they are.</source>
        <translation>Файлы остаются на своих местах.</translation>
    </message>
    <message>
        <source>Tables in the folder have no effect then.</source>
        <translation>Таблицы в папке тогда не действуют.</translation>
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
        <source>What is wrong</source>
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
        <source>Record my room</source>
        <translation>Записать помещение</translation>
    </message>
    <message>
        <source>Record “%1”</source>
        <translation>Записать «%1»</translation>
    </message>
    <message>
        <source>Let the room speak for itself: the fan, the street, your keyboard. The model learns what is none of your sounds.</source>
        <translation>Пусть помещение говорит само: вентилятор, улица, клавиатура. Модель узнает, что не относится к вашим звукам.</translation>
    </message>
    <message>
        <source>Make the sound several times, with pauses. Each time it is heard becomes a clip.</source>
        <translation>Издайте звук несколько раз, с паузами. Каждый раз, когда он слышен, станет фрагментом.</translation>
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
        <source>&amp;Clips of:</source>
        <translation>&amp;Фрагменты по:</translation>
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
        <source>Only silence was recorded. Come closer, or turn the microphone up.</source>
        <translation>Записалась только тишина. Подойдите ближе или прибавьте громкость микрофона.</translation>
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
    <message numerus="yes">
        <source>Drop the %Ln clips that were recorded?</source>
        <translation>
            <numerusform>Выбросить %Ln записанный фрагмент?</numerusform>
            <numerusform>Выбросить %Ln записанных фрагмента?</numerusform>
            <numerusform>Выбросить %Ln записанных фрагментов?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Drop them</source>
        <translation>&amp;Выбросить</translation>
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
        <source>Record what &amp;triggers</source>
        <translation>Записывать со&amp;бытия</translation>
    </message>
    <message>
        <source>Record &amp;everything</source>
        <translation>Записывать в&amp;сё</translation>
    </message>
    <message>
        <source>Events are listed, their sound is not kept.</source>
        <translation>События попадают в список, их звук не хранится.</translation>
    </message>
    <message>
        <source>A clip for each event, with a little before and after it, in a folder for its class.</source>
        <translation>Фрагмент на каждое событие с небольшим запасом до и после, в папке его класса.</translation>
    </message>
    <message>
        <source>One file after the other, an hour long each, and the clips of events as well.</source>
        <translation>Файл за файлом, по часу каждый, а также фрагменты событий.</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Что записывать</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>Выб&amp;рать...</translation>
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
        <source>Where recordings go. Empty: the folder shown in grey.</source>
        <translation>Куда идут записи. Пусто: папка, показанная серым.</translation>
    </message>
    <message>
        <source>FLAC, about half the size</source>
        <translation>FLAC, вдвое меньше</translation>
    </message>
    <message>
        <source>WAV, read by everything</source>
        <translation>WAV, читается всюду</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>Both keep the sound without loss, 16 bit.</source>
        <translation>Оба хранят звук без потерь, 16 бит.</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;До:</translation>
    </message>
    <message>
        <source>So much of what was heard before an event goes into its clip.</source>
        <translation>Столько звука до события попадает в его фрагмент.</translation>
    </message>
    <message>
        <source>&amp;After:</source>
        <translation>П&amp;осле:</translation>
    </message>
    <message>
        <source>The same after its end.</source>
        <translation>Столько же после его конца.</translation>
    </message>
    <message>
        <source>How much is kept</source>
        <translation>Сколько хранить</translation>
    </message>
    <message>
        <source>At mo&amp;st</source>
        <translation>Не больш&amp;е</translation>
    </message>
    <message>
        <source>Limit the space that recordings take</source>
        <translation>Ограничить место под записи</translation>
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
        <source>When it is reached, the oldest clips are removed.</source>
        <translation>При достижении удаляются самые старые фрагменты.</translation>
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
        <source>With less than this free on the disk, nothing is recorded.</source>
        <translation>Если на диске свободно меньше, запись не идёт.</translation>
    </message>
    <message>
        <source> clips</source>
        <translation> фрагм.</translation>
    </message>
    <message>
        <source>&amp;Keep per class:</source>
        <translation>Хранить на к&amp;ласс:</translation>
    </message>
    <message>
        <source>So many of the newest clips of each class stay, whatever the quota says.</source>
        <translation>Столько новейших фрагментов каждого класса остаются, что бы ни велела квота.</translation>
    </message>
    <message>
        <source>Give the whole path, beginning with a slash.</source>
        <translation>Укажите полный путь, начиная с косой черты.</translation>
    </message>
    <message>
        <source>Nothing could be kept; give more.</source>
        <translation>Хранить было бы нечего; дайте больше.</translation>
    </message>
    <message>
        <source>%1 used now.</source>
        <translation>Сейчас занято %1.</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Папка для записей</translation>
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
        <source>The report is on the clipboard.</source>
        <translation>Отчёт скопирован в буфер обмена.</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Копировать</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ResultFigures</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
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
        <source>Fires on noise</source>
        <translation>Срабатывает на шуме</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Mean of the classes&apos; recalls on clips it did not train on</source>
        <translation>Средняя полнота классов на фрагментах не из обучения</translation>
    </message>
    <message>
        <source>Of one window on one thread of this machine</source>
        <translation>Одного окна в одном потоке этого компьютера</translation>
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
        <source>Mean over the classes, on clips it did not train on: 100 % where all clips with a sound score higher than all clips without it</source>
        <translation>Среднее по классам на клипах вне обучения: 100 %, если оценки всех клипов со звуком выше, чем у всех клипов без него</translation>
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
</context>
<context>
    <name>earwitness::gui::ResultPage</name>
    <message>
        <source>The model names sounds in plain noise. Add a background class, record your room for it, and train again.</source>
        <translation>Модель называет звуки в чистом шуме. Добавьте класс фона, запишите для него своё помещение и обучите снова.</translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation>&amp;Включить</translation>
    </message>
    <message>
        <source>Adds the model to your own and listens with it</source>
        <translation>Добавляет модель к вашим и слушает с ней</translation>
    </message>
    <message>
        <source>Train &amp;again</source>
        <translation>Обучить &amp;снова</translation>
    </message>
    <message>
        <source>The same settings once more, with clips relabelled and left out</source>
        <translation>Те же настройки ещё раз, с новыми метками и без исключённых фрагментов</translation>
    </message>
    <message>
        <source>Model &amp;card…</source>
        <translation>&amp;Карточка модели…</translation>
    </message>
    <message>
        <source>What the model says of itself</source>
        <translation>Что модель говорит о себе</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>The model&apos;s file, and its card as text next to it</source>
        <translation>Файл модели и рядом её карточка как текст</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Поделиться…</translation>
    </message>
    <message>
        <source>One file with the model and its card inside</source>
        <translation>Один файл с моделью и карточкой внутри</translation>
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
        <source>Model and card as text (*.pt)</source>
        <translation>Модель и карточка как текст (*.pt)</translation>
    </message>
    <message>
        <source>Model and card as Markdown (*.pt)</source>
        <translation>Модель и карточка как Markdown (*.pt)</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Экспорт модели</translation>
    </message>
    <message>
        <source>The model is in %1, its card in %2.</source>
        <translation>Модель в %1, её карточка в %2.</translation>
    </message>
    <message>
        <source>Share the model as one file</source>
        <translation>Поделиться моделью как одним файлом</translation>
    </message>
    <message>
        <source>Models (*.pt)</source>
        <translation>Модели (*.pt)</translation>
    </message>
    <message>
        <source>The model is in %1, with its card inside.</source>
        <translation>Модель в %1, карточка внутри.</translation>
    </message>
    <message>
        <source>&amp;Show training</source>
        <translation>&amp;Показать обучение</translation>
    </message>
    <message>
        <source>The curves of this run, and how to continue it</source>
        <translation>Кривые этого запуска и как его продолжить</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::Reviewer</name>
    <message>
        <source>Select an event in the list first.</source>
        <translation>Сначала выберите событие в списке.</translation>
    </message>
    <message>
        <source>review</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>No older event waits for a review.</source>
        <translation>Более старых непроверенных событий нет.</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>Другая метка</translation>
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
    <name>earwitness::gui::RunLister</name>
    <message>
        <source>The runs cannot be listed: %1</source>
        <translation>Список запусков не составить: %1</translation>
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
        <source>Balanced</source>
        <translation>Сбал. точность</translation>
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
        <source>Begin a new run with the settings of this one</source>
        <translation>Начать новый запуск с настройками этого</translation>
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
        <source>A run&apos;s name has no / and does not begin with a dot.</source>
        <translation>В имени запуска нет знака «/», и оно не начинается с точки.</translation>
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
</context>
<context>
    <name>earwitness::gui::ScorePlot</name>
    <message>
        <source>Scores over time</source>
        <translation>Оценки во времени</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>50 %</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SearchPage</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Сравниваются</translation>
    </message>
    <message>
        <source>Trials begun</source>
        <translation>Начатые попытки</translation>
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
        <source>Ends the search; the best so far is kept</source>
        <translation>Прекращает подбор; лучшее пока сохраняется</translation>
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
        <source>Balanced</source>
        <translation>Сбал. точность</translation>
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
        <source>%1 of %2 trials begun</source>
        <translation>начато попыток: %1 из %2</translation>
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
        <source>Live picture</source>
        <translation>Живая спектрограмма</translation>
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
        <source>Up and Down choose, Left and Right move the threshold, P pins, H hides, Backspace resets</source>
        <translation>Вверх и Вниз выбирают, Влево и Вправо двигают порог, P закрепляет, H скрывает, Backspace сбрасывает</translation>
    </message>
    <message>
        <source>Taught sounds</source>
        <translation>Выученные звуки</translation>
    </message>
    <message>
        <source>Space plays, F2 renames, Delete removes</source>
        <translation>Пробел — прослушать, F2 — переименовать, Delete — удалить</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundSetEditor</name>
    <message>
        <source>My sounds</source>
        <translation>Мои звуки</translation>
    </message>
    <message>
        <source>Making the set</source>
        <translation>Создание набора</translation>
    </message>
    <message>
        <source>Opening the set</source>
        <translation>Открытие набора</translation>
    </message>
    <message>
        <source>Renaming the set</source>
        <translation>Переименование набора</translation>
    </message>
    <message>
        <source>Making the example&apos;s sounds</source>
        <translation>Создание звуков примера</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Copying the sounds</source>
        <translation>Копирование звуков</translation>
    </message>
    <message>
        <source>Making the class</source>
        <translation>Создание класса</translation>
    </message>
    <message>
        <source>Renaming the class</source>
        <translation>Переименование класса</translation>
    </message>
    <message>
        <source>Copying sounds</source>
        <translation>Копирование звуков</translation>
    </message>
    <message>
        <source>Writing the clips</source>
        <translation>Запись фрагментов</translation>
    </message>
    <message>
        <source>The sound of this stretch is not kept any more.</source>
        <translation>Звук этого отрезка уже не хранится.</translation>
    </message>
    <message>
        <source>Writing the clip</source>
        <translation>Запись фрагмента</translation>
    </message>
    <message>
        <source>The stretch is a clip of “%1” in “%2” now.</source>
        <translation>Отрезок теперь фрагмент класса «%1» в «%2».</translation>
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
    <message>
        <source>Bringing back what was deleted</source>
        <translation>Возвращение удалённого</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sounds were added to “%1”.</source>
        <translation>
            <numerusform>%Ln звук добавлен в «%1».</numerusform>
            <numerusform>%Ln звука добавлены в «%1».</numerusform>
            <numerusform>%Ln звуков добавлены в «%1».</numerusform>
        </translation>
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
        <source>Deleting the set</source>
        <translation>Удаление набора</translation>
    </message>
    <message>
        <source>Sounds of kinds that are not read were left out: %1, among them “%2”.</source>
        <translation>Пропущены звуки неподдерживаемых форматов: %1, среди них «%2».</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundsPage</name>
    <message>
        <source>Looking through “%1”</source>
        <translation>Просмотр «%1»</translation>
    </message>
    <message>
        <source>A model needs at least two classes with sounds. Make a class, or record your room.</source>
        <translation>Модели нужно не менее двух классов со звуками. Создайте класс или запишите помещение.</translation>
    </message>
    <message>
        <source>Drop sounds on a card to add them.</source>
        <translation>Чтобы добавить звуки, перетащите их на карточку.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Problems (%L1)</source>
        <translation>Проблемы (%L1)</translation>
    </message>
    <message>
        <source>my own set</source>
        <translation>мой набор</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>what it is, what is in it</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3</source>
        <comment>what is done, how far</comment>
        <translation>%1: %L2 из %L3</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Отпустите, чтобы открыть</translation>
    </message>
    <message>
        <source>A folder with a folder for each class, a data set, or a table of files and labels</source>
        <translation>Папка с папкой для каждого класса, набор данных или таблица файлов и меток</translation>
    </message>
    <message>
        <source>Which class is it? Drop sounds on the card of their class.</source>
        <translation>Какой это класс? Перетащите звуки на карточку их класса.</translation>
    </message>
    <message>
        <source>A model learns from many sounds: drop the folder that holds them, or make a set of your own.</source>
        <translation>Модель учится на многих звуках: перетащите папку с ними или создайте свой набор.</translation>
    </message>
    <message>
        <source>One data set at a time: drop the folder that holds all of them.</source>
        <translation>По одному набору данных за раз: перетащите папку, в которой они все.</translation>
    </message>
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
        <source>Next: settings</source>
        <translation>Далее: настройки</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>Проверка файлов</translation>
    </message>
    <message>
        <source>Not all files were checked; broken ones show up in the training only.</source>
        <translation>Проверены не все файлы; повреждённые обнаружатся только при обучении.</translation>
    </message>
    <message>
        <source>New set</source>
        <translation>Новый набор</translation>
    </message>
    <message>
        <source>Rename set</source>
        <translation>Переименовать набор</translation>
    </message>
    <message>
        <source>Copy to my sounds</source>
        <translation>Скопировать к моим звукам</translation>
    </message>
    <message>
        <source>Name of the set:</source>
        <translation>Имя набора:</translation>
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
    <message>
        <source>Delete set</source>
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
        <source>Rename this set</source>
        <translation>Переименовать этот набор</translation>
    </message>
    <message>
        <source>Copy to my sounds…</source>
        <translation>Скопировать к моим звукам…</translation>
    </message>
    <message>
        <source>A set of your own with copies of these clips, to add classes, recordings and your room</source>
        <translation>Свой набор с копиями этих фрагментов, чтобы добавлять классы, записи и помещение</translation>
    </message>
    <message>
        <source>New set…</source>
        <translation>Новый набор…</translation>
    </message>
    <message>
        <source>An empty set of your own</source>
        <translation>Пустой набор для своих звуков</translation>
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
        <source>A CSV or TSV with a column of files and one of labels</source>
        <translation>CSV или TSV со столбцом файлов и столбцом меток</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Move this set to the trash</source>
        <translation>Переместить этот набор в корзину</translation>
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
        <source>Let the picture run again, at what is heard now</source>
        <translation>Пустить спектрограмму дальше с того, что слышно сейчас</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Now (%1 behind)</source>
        <translation>Сейчас (отставание %1)</translation>
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
</context>
<context>
    <name>earwitness::gui::StartPane</name>
    <message>
        <source>What shall Earwitness learn to hear?</source>
        <translation>Что научить Earwitness слышать?</translation>
    </message>
    <message>
        <source>A model learns from examples: some clips of every sound, and some of the room without them.</source>
        <translation>Модель учится на примерах: несколько фрагментов каждого звука и немного помещения без них.</translation>
    </message>
    <message>
        <source>&amp;Open a folder of sounds</source>
        <translation>&amp;Открыть папку со звуками</translation>
    </message>
    <message>
        <source>Drop it here, or choose it: a folder for each class, ESC-50, UrbanSound8K, or a table of files and labels.</source>
        <translation>Перетащите её сюда или выберите: папка для каждого класса, ESC-50, UrbanSound8K или таблица файлов и меток.</translation>
    </message>
    <message>
        <source>&amp;Record my own</source>
        <translation>&amp;Записать свои</translation>
    </message>
    <message>
        <source>Name your sounds and record some of each with the microphone, or drop files on them.</source>
        <translation>Назовите свои звуки и запишите каждый несколько раз с микрофона или перетащите на них файлы.</translation>
    </message>
    <message>
        <source>&amp;Try the example</source>
        <translation>&amp;Попробовать пример</translation>
    </message>
    <message>
        <source>140 made-up sounds of seven classes: from here to a model in three minutes.</source>
        <translation>140 синтезированных звуков семи классов: отсюда до модели три минуты.</translation>
    </message>
    <message>
        <source>&amp;Go on with my sounds</source>
        <translation>&amp;Продолжить с моими звуками</translation>
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
        <source>There is no set of yours yet.</source>
        <translation>Своего набора у вас ещё нет.</translation>
    </message>
    <message>
        <source>Recordings and classes that you made before.</source>
        <translation>Записи и классы, которые вы создали раньше.</translation>
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
        <source>The model&apos;s process has ended and is being started again; listening goes on.</source>
        <translation>Процесс модели завершился и запускается снова; прослушивание идёт.</translation>
    </message>
    <message>
        <source>The model&apos;s process does not run.</source>
        <translation>Процесс модели не работает.</translation>
    </message>
    <message>
        <source>%1 · not answering</source>
        <translation>%1 · не отвечает</translation>
    </message>
    <message>
        <source>%1 No sounds are named until it answers. Wait, or choose another model in the Model menu.</source>
        <translation>%1 Пока она не ответит, звуки не распознаются. Подождите или выберите другую модель в меню «Модель».</translation>
    </message>
    <message>
        <source>The model does not answer.</source>
        <translation>Модель не отвечает.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StoragePage</name>
    <message>
        <source>Event store</source>
        <translation>Хранилище событий</translation>
    </message>
    <message>
        <source>&amp;Keep every event</source>
        <translation>&amp;Хранить каждое событие</translation>
    </message>
    <message>
        <source>Class, time, scores and your review; the history page reads them.</source>
        <translation>Класс, время, оценки и ваша проверка; их читает страница истории.</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>An SQLite file; any tool for these can read it.</source>
        <translation>Файл SQLite; его читает любая программа для таких файлов.</translation>
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
        <source>Recordings that are opened</source>
        <translation>Открываемые записи</translation>
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
        <source>Start times in file names and metadata that name no time zone are in this one. Offsets such as +02:00 can be entered, too.</source>
        <translation>В этом поясе понимается время начала из имён файлов и метаданных, если в них пояс не указан. Можно ввести и смещение, например +02:00.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
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
        <source>At least</source>
        <translation>Не короче</translation>
    </message>
    <message>
        <source>Of the reviewed events</source>
        <translation>Из проверенных событий</translation>
    </message>
    <message>
        <source>There is nothing to suggest yet. A class needs at least four reviewed events, and a wrong one among them: select events in the list and press Y or N.</source>
        <translation>Предложить пока нечего. Классу нужно не менее четырёх проверенных событий, среди них неверное: выбирайте события в списке и нажимайте Y или N.</translation>
    </message>
    <message>
        <source>These values part the events that you confirmed from those that you refused best. Ticked ones are taken.</source>
        <translation>Эти значения лучше всего отделяют подтверждённые события от отвергнутых. Отмеченные будут приняты.</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Принять</translation>
    </message>
    <message>
        <source>%1 right, %2 wrong</source>
        <translation>верно: %1, неверно: %2</translation>
    </message>
    <message>
        <source>%1 wrong avoided, %2 right lost</source>
        <translation>неверных меньше на %1, верных — на %2</translation>
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
        <source>Save the clips of all examples as a data set, and open the training with it</source>
        <translation>Сохранить клипы всех примеров как набор данных и открыть с ним обучение</translation>
    </message>
    <message>
        <source>Save the clips of all examples in the folder of a data set</source>
        <translation>Сохранить клипы всех примеров в папку набора данных</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Ещё</translation>
    </message>
    <message>
        <source>Make a model of the taught sounds, export or import them</source>
        <translation>Создать модель из выученных звуков, экспортировать или импортировать их</translation>
    </message>
    <message>
        <source>Select a part of the live picture or of a file, or an event, and press Teach… What the model learns is listed here.</source>
        <translation>Выберите часть живой картины или файла либо событие и нажмите «Обучить…». Здесь показано, чему научилась модель.</translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TaughtFileMenu</name>
    <message>
        <source>&amp;Make a model of it…</source>
        <translation>&amp;Создать из них модель…</translation>
    </message>
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
    <name>earwitness::gui::TeachDesk</name>
    <message>
        <source>Taught sounds</source>
        <comment>name of a data set</comment>
        <translation>Выученные звуки</translation>
    </message>
    <message>
        <source>Select the sound first: part of a file&apos;s picture or of the live picture (drag over it while Shift is held, or while it is frozen), or an event in the list.</source>
        <translation>Сначала выберите звук: часть картины файла или живой картины (проведите по ней с нажатой Shift или когда она остановлена) либо событие в списке.</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, с %2 до %3</translation>
    </message>
    <message>
        <source>No sound was kept of this event, so nothing can be learned from it. Turn on the recorder to keep the sound of events.</source>
        <translation>Звук этого события не сохранён, поэтому учиться не на чем. Включите запись, чтобы сохранять звук событий.</translation>
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
        <source>“%1” cannot learn from this false alarm: its sound was not kept.</source>
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
        <source>A new name, or one of the list</source>
        <translation>Новое название или одно из списка</translation>
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
    <message>
        <source>“%1” is learned. %2.</source>
        <translation>«%1» выучено. %2.</translation>
    </message>
    <message>
        <source>All examples in “%1” are here already.</source>
        <translation>Все примеры из «%1» уже есть.</translation>
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
</context>
<context>
    <name>earwitness::gui::TrainSettingsPage</name>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Пресеты</translation>
    </message>
    <message>
        <source>&amp;Every option</source>
        <translation>&amp;Все параметры</translation>
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
        <source>Why it cannot start</source>
        <translation>Почему нельзя начать</translation>
    </message>
    <message>
        <source>The networks to choose between are not known. %1</source>
        <translation>Неизвестно, из каких сетей выбирать. %1</translation>
    </message>
    <message>
        <source>Choose sounds first: a folder with a few clips of each class is enough.</source>
        <translation>Сначала выберите звуки: хватит папки с несколькими фрагментами каждого класса.</translation>
    </message>
    <message>
        <source>No sounds are chosen yet.</source>
        <translation>Звуки ещё не выбраны.</translation>
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
        <source>The models are being read.</source>
        <translation>Читаются модели.</translation>
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
        <source>&amp;Stop and keep best</source>
        <translation>&amp;Остановить, оставить лучшее</translation>
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
        <source>The training was moved to the trash.</source>
        <translation>Обучение перемещено в корзину.</translation>
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
        <source>%Ln clips are left out, as they cannot be used.</source>
        <translation>
            <numerusform>%Ln фрагмент исключён: он не годится.</numerusform>
            <numerusform>%Ln фрагмента исключены: они не годятся.</numerusform>
            <numerusform>%Ln фрагментов исключены: они не годятся.</numerusform>
        </translation>
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
        <source>Training goes on</source>
        <translation>Обучение продолжается</translation>
    </message>
    <message>
        <source>“%1” is still being trained.</source>
        <translation>«%1» ещё обучается.</translation>
    </message>
    <message>
        <source>It can go on without this window, even when Earwitness is closed. “Train a model” shows it again.</source>
        <translation>Оно может идти без этого окна, даже когда Earwitness закрыт. «Обучить модель» снова покажет его.</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>&amp;Пусть идёт</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>&amp;Остановить</translation>
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
        <source>It was reported, a little before or after.</source>
        <translation>Отмечено, чуть раньше или позже.</translation>
    </message>
    <message>
        <source>It came near, but stayed below the threshold.</source>
        <translation>Подошло близко, но осталось ниже порога.</translation>
    </message>
    <message>
        <source>It ended before the class&apos;s minimum duration.</source>
        <translation>Кончилось раньше наименьшей длительности класса.</translation>
    </message>
    <message>
        <source>The class was cooling down after its last event.</source>
        <translation>Класс ещё выдерживал паузу после прошлого события.</translation>
    </message>
    <message>
        <source>It was no louder than the room.</source>
        <translation>Не громче помещения.</translation>
    </message>
    <message>
        <source>It stayed well below the threshold.</source>
        <translation>Осталось намного ниже порога.</translation>
    </message>
    <message>
        <source>Why, or why not?</source>
        <translation>Почему или почему нет?</translation>
    </message>
    <message>
        <source>Nothing was scored at %1.</source>
        <translation>На %1 ничего не оценивалось.</translation>
    </message>
    <message>
        <source>What the classes scored at %1, against what they need.</source>
        <translation>Оценки классов на %1 и то, что им нужно.</translation>
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
        <source>Instant</source>
        <translation>Мгновенная</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Нужно</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что из этого вышло</translation>
    </message>
    <message>
        <source>You have hidden this class.</source>
        <translation>Вы скрыли этот класс.</translation>
    </message>
    <message>
        <source>It says that none of the sounds is there.</source>
        <translation>Говорит, что ни одного из звуков нет.</translation>
    </message>
    <message>
        <source>A more specific class was reported instead.</source>
        <translation>Вместо него отмечен более точный класс.</translation>
    </message>
</context>
</TS>
