package org.lienthong.app.cli;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Messages;
import org.lienthong.app.explain.DossierExplainer;
import org.lienthong.app.explain.Timeline;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.reporting.database.ReportDatabase;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationUnavailableException;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a dossier's record is as it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Vì sao hồ sơ như hiện nay: ai ghi, khi nào, theo quy tắc nào / Why a record is as it is",
        description = {
            "",
            "Reads the events of DOSSIER and tells what each one changed: which agency stated it,",
            "through which system, when, by which rule it counted, and what it replaced. With FIELD,",
            "who set that one. Personal data are not shown. Exit status 1 when no dossier has the code.",
            ""
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "DOSSIER", description = "Code of the dossier, or another code that it has")
    private String dossier = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FIELD",
            description = "A field of the record, such as dueAt, or permits/NUMBER/status")
    private @Nullable String field;

    @Override
    public Integer call() {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatformOrRefuse();
        try (SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings());
                ReportDatabase database = ReportDatabase.open(settings.database())) {
            Explainer explainer =
                    new DossierExplainer(settings.kafka(), new AvroSerdes(registry, false), database.dataSource());
            String asked = field == null ? null : fieldOf(explainer, field);
            String code = codeOf(console, new DossierQuery(database.dataSource()));
            return code == null ? ExitStatus.NOT_PASSED : explain(console, explainer, code, asked);
        } catch (SQLException e) {
            throw new PlatformException("DATABASE_TROUBLE", e, String.valueOf(e.getMessage()));
        }
    }

    private static int explain(Console console, Explainer explainer, String code, @Nullable String field)
            throws SQLException {
        try {
            ExplanationView whole = explainer.explain(code);
            ExplanationView explanation = field == null ? whole : whole.about(field);
            console.printJson(explanation);
            console.print(Timeline.of(explanation, field != null, console));
            return ExitStatus.DONE;
        } catch (ExplanationUnavailableException e) {
            throw new PlatformException("KAFKA_TROUBLE", e, String.valueOf(e.getMessage()));
        }
    }

    private String fieldOf(Explainer explainer, String text) {
        return explainer
                .field(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        Messages.both("FIELD_UNKNOWN", text, String.join(", ", explainer.fields()))));
    }

    /** Null, and the reason is said, unless exactly one dossier is meant. */
    private @Nullable String codeOf(Console console, DossierQuery dossiers) throws SQLException {
        String text = Normalizer.normalize(dossier, Normalizer.Form.NFC).strip();
        List<String> codes = dossiers.codes(text);
        if (codes.size() == 1) {
            return codes.get(0);
        }
        if (codes.isEmpty()) {
            console.say("explain.unknown", text);
        } else {
            console.say("explain.ambiguous", text, String.join(", ", codes));
        }
        return null;
    }
}
