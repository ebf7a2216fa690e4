package org.lienthong.app.explain;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.lienthong.app.explain.EventReader.Events;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationQuery;
import org.lienthong.reporting.explanation.ExplanationQuery.EventPlace;
import org.lienthong.reporting.explanation.ExplanationUnavailableException;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.runtime.records.TopicReader;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.registry.SchemaRegistryException;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.explain.ExplainRules;
import org.lienthong.streams.explain.Explanation;
import org.lienthong.streams.record.Fact;

/**
 * Explains a dossier from the events themselves. Nothing is kept for it: the receipts in the database say where the
 * events stand, the input topics have them whole. Thread-safe.
 */
public final class DossierExplainer implements Explainer {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** Each question has a consumer of its own. */
    private static final int AT_A_TIME = 8;

    /** It compares what facts say, whatever ids a registry gives to schemas, so that it needs no registry. */
    private static final Comparator<Fact> FOLD_ORDER =
            new FactCodec(new AvroSerdes(new LocalSchemaRegistry(), true)).foldOrder();

    private final ExplanationQuery query;
    private final EventReader events;
    private final CurrentReference reference;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    /** @param database the report database, whose receipts are the index of the events */
    public DossierExplainer(KafkaSettings kafka, AvroSerdes serdes, DataSource database) {
        TopicReader topics = new TopicReader(kafka, PATIENCE);
        this.query = new ExplanationQuery(database);
        this.events = new EventReader(topics, new FactCodec(serdes));
        this.reference = new CurrentReference(topics, serdes);
    }

    @Override
    public SortedSet<String> fields() {
        return ExplainRules.fields();
    }

    @Override
    public ExplanationView explain(String code) throws SQLException, ExplanationUnavailableException {
        List<EventPlace> places = query.events(code);
        if (places.isEmpty()) {
            return new ExplanationView(code, List.of(), List.of(), List.of());
        }
        try {
            return inTurn(code, places);
        } catch (KafkaException | SchemaRegistryException e) {
            throw new ExplanationUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    private ExplanationView inTurn(String code, List<EventPlace> places) throws SQLException {
        awaitTurn();
        try {
            Events read = events.read(code, places);
            Explanation told = ExplainRules.explain(code, read.facts(), FOLD_ORDER, reference.get());
            ExplanationViews views = new ExplanationViews(query.agencyNames(AgencyRules.mentioned(told)));
            return views.view(told, read.missing());
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("too many explanations at a time");
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
