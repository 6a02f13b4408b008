<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>CostText</name>
    <message numerus="yes">
        <source>About %1 in total for %n trials; weaker ones stop early</source>
        <translation>
            <numerusform>About %1 in total for %n trial</numerusform>
            <numerusform>About %1 in total for %n trials; weaker ones stop early</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSentences</name>
    <message numerus="yes">
        <source>%Ln clips</source>
        <translation>
            <numerusform>%Ln clip</numerusform>
            <numerusform>%Ln clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln classes</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recordings are</source>
        <translation>
            <numerusform>%Ln recording is</numerusform>
            <numerusform>%Ln recordings are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventExport</name>
    <message numerus="yes">
        <source>%Ln events exported to &apos;%1&apos;.</source>
        <translation>
            <numerusform>%Ln event exported to &apos;%1&apos;.</numerusform>
            <numerusform>%Ln events exported to &apos;%1&apos;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>%Ln examples</source>
        <translation>
            <numerusform>%Ln example</numerusform>
            <numerusform>%Ln examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>%n epochs in %1</source>
        <translation>
            <numerusform>%n epoch in %1</numerusform>
            <numerusform>%n epochs in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start without %Ln broken files</source>
        <translation>
            <numerusform>Start without %Ln broken file</numerusform>
            <numerusform>Start without %Ln broken files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ByteSizeEdit</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassModel</name>
    <message numerus="yes">
        <source>%Ln clips</source>
        <translation>
            <numerusform>%Ln clip</numerusform>
            <numerusform>%Ln clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassPanel</name>
    <message numerus="yes">
        <source>Ignore all %n classes of the &amp;group “%1”</source>
        <translation>
            <numerusform>Ignore %n class of the &amp;group “%1”</numerusform>
            <numerusform>Ignore all %n classes of the &amp;group “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipList</name>
    <message numerus="yes">
        <source>%1: %Ln clips</source>
        <translation>
            <numerusform>%1: %Ln clip</numerusform>
            <numerusform>%1: %Ln clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionClips</name>
    <message numerus="yes">
        <source>What are these %n clips?</source>
        <translation>
            <numerusform>What is this %n clip?</numerusform>
            <numerusform>What are these %n clips?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventSelection</name>
    <message numerus="yes">
        <source>What were these %n events?</source>
        <translation>
            <numerusform>What was this %n event?</numerusform>
            <numerusform>What were these %n events?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln files could not be saved:</source>
        <translation>
            <numerusform>%Ln file could not be saved:</numerusform>
            <numerusform>%Ln files could not be saved:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryPage</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo deleting %Ln events</source>
        <translation>
            <numerusform>Undo deleting %Ln event</numerusform>
            <numerusform>Undo deleting %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryPlot</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RecordDialog</name>
    <message numerus="yes">
        <source>%n clips, %1</source>
        <translation>
            <numerusform>%n clip, %1</numerusform>
            <numerusform>%n clips, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep %n clips</source>
        <translation>
            <numerusform>&amp;Keep %n clip</numerusform>
            <numerusform>&amp;Keep %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln recorded clips?</source>
        <translation>
            <numerusform>Discard %Ln recorded clip?</numerusform>
            <numerusform>Discard %Ln recorded clips?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunsPage</name>
    <message numerus="yes">
        <source>Move %n runs and their models to the trash?</source>
        <translation>
            <numerusform>Move %n run and its models to the trash?</numerusform>
            <numerusform>Move %n runs and their models to the trash?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundSetEditor</name>
    <message numerus="yes">
        <source>Undo deleting %Ln clips</source>
        <translation>
            <numerusform>Undo deleting %Ln clip</numerusform>
            <numerusform>Undo deleting %Ln clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files were added to “%1”.</source>
        <translation>
            <numerusform>%Ln file was added to “%1”.</numerusform>
            <numerusform>%Ln files were added to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TeachController</name>
    <message numerus="yes">
        <source>%n selected events</source>
        <translation>
            <numerusform>%n selected event</numerusform>
            <numerusform>%n selected events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TeacherHost</name>
    <message numerus="yes">
        <source>%Ln examples imported from “%1”.</source>
        <translation>
            <numerusform>%Ln example imported from “%1”.</numerusform>
            <numerusform>%Ln examples imported from “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln examples of another model were skipped because they have no recording.</source>
        <translation>
            <numerusform>%Ln example of another model was skipped because it has no recording.</numerusform>
            <numerusform>%Ln examples of another model were skipped because they have no recording.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainingPage</name>
    <message numerus="yes">
        <source>%Ln unusable clips are skipped.</source>
        <translation>
            <numerusform>%Ln unusable clip is skipped.</numerusform>
            <numerusform>%Ln unusable clips are skipped.</numerusform>
        </translation>
    </message>
</context>
</TS>
