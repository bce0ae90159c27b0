package dev.glidepath.trends.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.generated.trends.JtecostGenerated;
import gg.jte.generated.trends.JtecoverageGenerated;
import gg.jte.generated.trends.JtemeasuresGenerated;
import gg.jte.generated.trends.JtemoversGenerated;
import gg.jte.generated.trends.JtepageGenerated;
import gg.jte.generated.trends.JtewidgetGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/// Renders views with their templates, which are compiled: a name or a field that does not exist
/// does not build.
public final class Html {

    private Html() {}

    public static String of(PageView page) {
        var text = new StringOutput(128 * 1024);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(text), null, page);
        return text.toString();
    }

    public static String of(WidgetView widget, boolean dark) {
        var text = new StringOutput(64 * 1024);
        Content part = output -> render(widget, html(output));
        JtewidgetGenerated.render(new OwaspHtmlTemplateOutput(text), null, dark, part);
        return text.toString();
    }

    private static void render(WidgetView widget, HtmlTemplateOutput output) {
        switch (widget) {
            case WidgetView.Cost w -> JtecostGenerated.render(output, null, w);
            case WidgetView.Moved(var table) -> JtemoversGenerated.render(output, null, table);
            case WidgetView.Measured(var table) -> JtemeasuresGenerated.render(output, null, table);
            case WidgetView.Covered(var table) -> JtecoverageGenerated.render(output, null, table);
        }
    }

    private static HtmlTemplateOutput html(TemplateOutput output) {
        return output instanceof HtmlTemplateOutput html
                ? html
                : new OwaspHtmlTemplateOutput(output);
    }
}
