package dev.glidepath.digest.deliver;

import dev.glidepath.runtime.Aws;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SesException;

/// Amazon SES. The SDK must not ask again by itself: it does so after timeouts, and SES has no
/// token by which it would know a mail that it took already.
public final class SesMailbox implements Mailbox {

    /// The message tag that carries the outbox id.
    public static final String TAG = "glidepath-outbox";

    private final SesClient ses;
    private final String configurationSet;

    public SesMailbox(SesClientBuilder ses, String configurationSet) {
        this(Aws.client(once(ses)), configurationSet);
    }

    SesMailbox(SesClient ses, String configurationSet) {
        this.ses = ses;
        this.configurationSet = configurationSet;
    }

    /// Of a client that makes one request per call.
    static SesClientBuilder once(SesClientBuilder ses) {
        return ses.overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    @Override
    public Answer post(Parcel parcel) {
        try {
            return SesAnswer.of(ses.sendRawEmail(request(parcel)));
        } catch (SesException e) {
            return SesAnswer.of(e);
        } catch (RuntimeException e) {
            // Not only the SDK's own: a read that timed out leaves it as an UncheckedIOException.
            return SesAnswer.of(e);
        }
    }

    private SendRawEmailRequest request(Parcel parcel) {
        return SendRawEmailRequest.builder()
                .source(parcel.from())
                .destinations(parcel.to())
                .configurationSetName(configurationSet)
                .tags(MessageTag.builder().name(TAG).value(parcel.id().text()).build())
                .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(parcel.mail())))
                .build();
    }
}
