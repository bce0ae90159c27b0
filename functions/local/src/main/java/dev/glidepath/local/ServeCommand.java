package dev.glidepath.local;

import dev.glidepath.local.serve.SiteServer;
import dev.glidepath.trends.answer.Answers;
import dev.glidepath.trends.answer.Site;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

@Command(
        name = "serve",
        description =
                "Serves the trends page to this machine: cost against the glide path, movers,"
                        + " coverage of data; the same as JSON and CSV.")
final class ServeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The plan. Default: the one that the project ships.")
    private @Nullable Path plan;

    @Mixin private StoreFolder store = new StoreFolder();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port to listen on. Default: one that is free.")
    private int port;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Answer as if it were this time, 2026-05-13T06:00:00Z. Default: now.")
    private @Nullable Instant asOf;

    /// Until it is interrupted.
    @Override
    public void run() {
        var valid = (plan == null ? PlanPath.shipped() : new PlanPath(plan)).plan();
        var clock = asOf == null ? InstantSource.system() : InstantSource.fixed(asOf);
        try (var local = store.openExisting();
                var server =
                        SiteServer.start(
                                new Site(new Answers(local.snapshots(), valid, clock)), port)) {
            var out = spec.commandLine().getOut();
            out.println(server.address() + " until Ctrl+C");
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
