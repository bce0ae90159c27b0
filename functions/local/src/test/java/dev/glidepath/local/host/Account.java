package dev.glidepath.local.host;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.local.host.FolderAccount.Folders;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.embedded.EmbeddedTable;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSet;
import software.amazon.awssdk.services.ses.model.ConfigurationSetAlreadyExistsException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What lies behind the packaged functions of these tests: DynamoDB Local, and for S3, SES and
/// CloudWatch the AWS stand-in where there is one, else folders.
record Account(EmbeddedTable table, Folders folders, FolderAccount local, Optional<StandIn> standIn)
        implements AutoCloseable {

    private static final String BUCKET = "glidepath-billing";

    static Account of(Folders folders, Path plan) {
        var table = EmbeddedTable.inMemory();
        var local = new FolderAccount(table, folders, plan, _ -> {});
        var account = new Account(table, folders, local, StandIn.found());
        System.out.println(
                "behind the packaged functions: DynamoDB Local, and "
                        + account.standIn().map(StandIn::name).orElse("folders"));
        account.standIn().ifPresent(account::furnish);
        return account;
    }

    Map<String, String> environment(FunctionZip function) {
        var environment = new TreeMap<>(local.environment(function));
        standIn.ifPresent(
                there -> {
                    environment.put(
                            "AWS_ENDPOINT_URL_DYNAMODB", environment.get("AWS_ENDPOINT_URL"));
                    environment.putAll(there.environment());
                });
        return environment;
    }

    /// The source of each mail to anybody that was sent from here.
    List<String> mails() throws Exception {
        return standIn.isPresent() ? mails(standIn.get()) : files(folders.mail());
    }

    /// Others have the same bucket.
    @Override
    public void close() {
        standIn.ifPresent(
                there -> {
                    try (var s3 = there.client(S3Client.builder())) {
                        s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream()
                                .forEach(o -> s3.deleteObject(r -> r.bucket(BUCKET).key(o.key())));
                    }
                });
        local.close();
        table.close();
    }

    private void furnish(StandIn there) {
        try (var s3 = there.client(S3Client.builder());
                var ses = there.client(SesClient.builder())) {
            try {
                s3.createBucket(r -> r.bucket(BUCKET));
            } catch (BucketAlreadyOwnedByYouException _) {
                // A given one may have been used before.
            }
            upload(s3);
            ses.verifyEmailIdentity(r -> r.emailAddress("costs@example.com"));
            try {
                ses.createConfigurationSet(
                        r ->
                                r.configurationSet(
                                        ConfigurationSet.builder().name("glidepath").build()));
            } catch (ConfigurationSetAlreadyExistsException _) {
                // As above.
            }
        }
    }

    /// What has come into the folder since.
    void upload() {
        standIn.ifPresent(
                there -> {
                    try (var s3 = there.client(S3Client.builder())) {
                        upload(s3);
                    }
                });
    }

    private void upload(S3Client s3) {
        for (var entry : new FolderObjects(folders.exports(), "exports/").all()) {
            s3.putObject(r -> r.bucket(BUCKET).key(entry.key()), entry.path());
        }
    }

    private static List<String> mails(StandIn there) throws Exception {
        var moto = there.name().equals("moto");
        var path = moto ? "/moto-api/data.json" : "/_aws/ses";
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(there.endpoint() + path)).build();
            var json =
                    new JsonMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
            var mails = new ArrayList<String>();
            json.at(moto ? "/ses/RawMessage" : "/messages")
                    .forEach(mail -> mails.add(mail.path(moto ? "raw_data" : "RawData").asText()));
            return mails;
        }
    }

    private static List<String> files(Path folder) {
        try (var files = Files.list(folder)) {
            var mails = new ArrayList<String>();
            for (var file : files.toList()) {
                mails.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
