package org.lienthong.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.topic.Topics;

class TopicProvisionerTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void theWholeCatalogueIsCreatedOnceAndSurvivesARestartOfTheBroker() {
        try (TopicProvisioner provisioner = new TopicProvisioner(BROKER.kafka(), 1)) {
            TopicPlan first = provisioner.plan(Topics.all());
            assertThat(first.create()).hasSameSizeAs(Topics.all());
            provisioner.apply(first);

            assertThat(provisioner.plan(Topics.all()).isEmpty()).isTrue();
        }
        BROKER.stop();
        BROKER.start();
        try (TopicProvisioner provisioner = new TopicProvisioner(BROKER.kafka(), 1)) {
            assertThat(provisioner.plan(Topics.all()).isEmpty()).isTrue();
        }
    }
}
