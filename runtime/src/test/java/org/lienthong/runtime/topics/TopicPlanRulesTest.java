package org.lienthong.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPlanRulesTest {

    private static final TopicSpec WANTED = new TopicSpec("a", 4, Map.of("cleanup.policy", "compact"));

    @Test
    void aMissingTopicIsCreated() {
        TopicPlan plan = TopicPlanRules.plan(List.of(WANTED), Map.of());

        assertThat(plan).isEqualTo(new TopicPlan(List.of(WANTED), Map.of(), List.of()));
    }

    @Test
    void anEqualTopicNeedsNothing() {
        TopicSpec same = new TopicSpec("a", 4, Map.of("cleanup.policy", "compact", "segment.bytes", "1"));

        assertThat(TopicPlanRules.plan(List.of(WANTED), Map.of("a", same)).isEmpty())
                .isTrue();
    }

    @Test
    void onlyTheSettingsThatDifferAreSet() {
        TopicSpec other = new TopicSpec("a", 4, Map.of("cleanup.policy", "delete"));

        assertThat(TopicPlanRules.plan(List.of(WANTED), Map.of("a", other)).configure())
                .isEqualTo(Map.of("a", Map.of("cleanup.policy", "compact")));
    }

    @Test
    void anotherPartitionCountIsForAPersonToMend() {
        TopicSpec other = new TopicSpec("a", 1, WANTED.settings());

        TopicPlan plan = TopicPlanRules.plan(List.of(WANTED), Map.of("a", other));

        assertThat(plan.create()).isEmpty();
        assertThat(plan.conflicts()).singleElement().asString().contains("a has 1 partitions, the catalogue says 4");
    }
}
