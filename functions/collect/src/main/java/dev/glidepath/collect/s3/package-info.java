/// Exports as they lie in S3. It knows the bucket's port and the AWS SDK.
package dev.glidepath.collect.s3;
