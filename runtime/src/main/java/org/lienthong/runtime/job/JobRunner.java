package org.lienthong.runtime.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts jobs in order, waits until they work, watches them, and stops them in the reverse order. */
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final List<Job> jobs;
    private final Deque<Job> started = new ArrayDeque<>();

    public JobRunner(List<? extends Job> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    public void start() {
        for (Job job : jobs) {
            started.push(job);
            job.start();
        }
    }

    /**
     * Returns when every job is ready.
     *
     * @throws JobFailedException when one has failed, or is not ready within the time
     */
    public void awaitReady(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!isReady()) {
            throwIfFailed();
            if (System.nanoTime() > end) {
                List<String> late =
                        jobs.stream().filter(j -> !j.isReady()).map(Job::name).toList();
                throw new JobFailedException("not ready within " + timeout.toSeconds() + " s: " + late, null);
            }
            Thread.sleep(POLL.toMillis());
        }
        LOG.info("jobs ready names={}", jobs.stream().map(Job::name).toList());
    }

    /** Returns only when a job fails or the thread is interrupted. */
    public void awaitFailure() throws InterruptedException {
        while (failed().isEmpty()) {
            Thread.sleep(POLL.toMillis() * 4);
        }
    }

    public boolean isReady() {
        return jobs.stream().allMatch(Job::isReady);
    }

    /** @throws JobFailedException when a job has ended although nobody closed it */
    public void throwIfFailed() {
        failed().ifPresent(job -> {
            Throwable cause = job.failure().orElse(null);
            throw new JobFailedException("job " + job.name() + " stopped: " + cause, cause);
        });
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    private Optional<Job> failed() {
        return jobs.stream().filter(job -> job.failure().isPresent()).findFirst();
    }
}
