package dev.glidepath.digest.section;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.generated.digest.JteactionsGenerated;
import gg.jte.generated.digest.JteanomaliesGenerated;
import gg.jte.generated.digest.JtebillGenerated;
import gg.jte.generated.digest.JtebridgeGenerated;
import gg.jte.generated.digest.JtedescentGenerated;
import gg.jte.generated.digest.JteforecastGenerated;
import gg.jte.generated.digest.JteheadlineGenerated;
import gg.jte.generated.digest.JteinitiativesGenerated;
import gg.jte.generated.digest.JtelayoutGenerated;
import gg.jte.generated.digest.JteleversGenerated;
import gg.jte.generated.digest.JtelinesGenerated;
import gg.jte.generated.digest.JtemoversGenerated;
import gg.jte.generated.digest.JtepictureGenerated;
import gg.jte.generated.digest.JteprovisionalGenerated;
import gg.jte.generated.digest.JtereceiptGenerated;
import gg.jte.generated.digest.JterestatedGenerated;
import gg.jte.generated.digest.JtesavingsGenerated;
import gg.jte.generated.digest.JtescorecardGenerated;
import gg.jte.generated.digest.JtetargetsGenerated;
import gg.jte.generated.digest.JteweeksGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

import java.util.List;
import java.util.regex.Pattern;

/// Renders sections with their templates, which are compiled: a name or a field that does not exist
/// does not build.
public final class SectionHtml {

    /// What templates leave behind.
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\s*\\n");

    private SectionHtml() {}

    /// @param preheader what mailboxes show beside the subject
    public static String page(String subject, String preheader, List<Section> sections) {
        var text = new StringOutput(64 * 1024);
        var output = new OwaspHtmlTemplateOutput(text);
        var contents = sections.stream().map(SectionHtml::content).toList();
        JtelayoutGenerated.render(output, null, subject, preheader, contents);
        return EMPTY_LINES.matcher(text.toString()).replaceAll("\n");
    }

    private static Content content(Section section) {
        return output -> render(section, html(output));
    }

    private static void render(Section section, HtmlTemplateOutput output) {
        switch (section) {
            case HeadlineSection s -> JteheadlineGenerated.render(output, null, s);
            case TargetSection s -> JtetargetsGenerated.render(output, null, s);
            case PictureSection s -> JtepictureGenerated.render(output, null, s);
            case DescentSection s -> JtedescentGenerated.render(output, null, s);
            case WeekSection s -> JteweeksGenerated.render(output, null, s);
            case ProvisionalSection s -> JteprovisionalGenerated.render(output, null, s);
            case BridgeSection s -> JtebridgeGenerated.render(output, null, s);
            case SavingsSection s -> JtesavingsGenerated.render(output, null, s);
            case MoverSection s -> JtemoversGenerated.render(output, null, s);
            case AnomalySection s -> JteanomaliesGenerated.render(output, null, s);
            case LeverSection s -> JteleversGenerated.render(output, null, s);
            case RestatedSection s -> JterestatedGenerated.render(output, null, s);
            case ActionSection s -> JteactionsGenerated.render(output, null, s);
            case ForecastSection s -> JteforecastGenerated.render(output, null, s);
            case ScorecardSection s -> JtescorecardGenerated.render(output, null, s);
            case InitiativeSection s -> JteinitiativesGenerated.render(output, null, s);
            case BillSection s -> JtebillGenerated.render(output, null, s);
            case NoticeSection s -> JtelinesGenerated.render(output, null, s.title(), s.lines());
            case PlanSection s -> JtelinesGenerated.render(output, null, s.title(), s.lines());
            case PreferencesSection s ->
                    JtelinesGenerated.render(output, null, s.title(), s.lines());
            case ReceiptSection s -> JtereceiptGenerated.render(output, null, s);
        }
    }

    private static HtmlTemplateOutput html(TemplateOutput output) {
        return output instanceof HtmlTemplateOutput html
                ? html
                : new OwaspHtmlTemplateOutput(output);
    }
}
