/** Written by `nx run api:openapi` from openapi.json; never edited by hand. */

export interface paths {
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Auth.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Auth.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Staff.list"];
        put?: never;
        post: operations["Staff.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Staff.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Staff.update"];
        trace?: never;
    };
    "/api/v1/staff/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Staff.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Staff.unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Roles.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.list"];
        put?: never;
        post: operations["Imports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports.inspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.errorsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Listings.list"];
        put?: never;
        post: operations["Customers.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Listings.fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Customers.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Customers.update"];
        trace?: never;
    };
    "/api/v1/customers/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Customers.attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/identities/{type}/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Customers.detach"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/identities/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Customers.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Timelines.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Orders.recordBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{source}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Orders.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{source}/{externalId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Refunds.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Events.recordBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CustomerOrders.getFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CustomerOrders.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CustomerOrders.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmSettings.current"];
        put: operations["RfmSettings.replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/settings/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmSettings.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmSettings.templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmRuns.list"];
        put?: never;
        post: operations["RfmRuns.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmRuns.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RfmRuns.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmSummaries.summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/movement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmSummaries.movement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmCustomers.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rfm/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmCustomers.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RfmHistories.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemFault: {
            /** @description JSON pointer of the field. */
            pointer: string;
            message: string;
        };
        Problem: {
            /** @example urn:siyu:problem:request.invalid */
            type: string;
            title: string;
            /** Format: int64 */
            status: number;
            detail: string;
            /** @description Path of the request. */
            instance: string;
            /** @example request.invalid */
            code: string;
            /** @description Name it when you report the problem. */
            requestId: string;
            extra?: {
                [key: string]: unknown;
            };
            errors?: components["schemas"]["ProblemFault"][];
        };
        SignInRequest: {
            /** @example admin@localhost */
            email: string;
            /** Format: password */
            password: string;
        };
        SignedInStaff: {
            /** Format: uuid */
            id: string;
            email: string;
            displayName: string;
            /** @enum {string} */
            role: "administrator" | "community-operator" | "membership-operator" | "service-staff" | "analyst";
            permissions: string[];
            /** @description Until the password is changed, every route that needs a permission is refused. */
            mustChangePassword: boolean;
        };
        SignedIn: {
            /** @description Bearer token of the following calls. */
            accessToken: string;
            /** @description Good for one refresh; the answer to it brings the next. */
            refreshToken: string;
            /**
             * Format: date-time
             * @description When the access token expires.
             */
            expiresAt: string;
            staff: components["schemas"]["SignedInStaff"];
        };
        RefreshRequest: {
            /** @description Left out by browsers, which send it as a cookie. */
            refreshToken?: string;
        };
        PasswordChangeRequest: {
            /** Format: password */
            currentPassword: string;
            /** Format: password */
            newPassword: string;
        };
        Staff: {
            /** Format: uuid */
            id: string;
            email: string;
            displayName: string;
            /** @enum {string} */
            role: "administrator" | "community-operator" | "membership-operator" | "service-staff" | "analyst";
            /** @enum {string} */
            status: "active" | "disabled";
            /**
             * Format: date-time
             * @description Failed attempts keep the account closed until then.
             */
            lockedUntil: string | null;
            /** Format: date-time */
            lastSignInAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        StaffPage: {
            items: components["schemas"]["Staff"][];
            nextCursor: string | null;
        };
        StaffCreation: {
            email: string;
            displayName: string;
            /** @enum {string} */
            role: "administrator" | "community-operator" | "membership-operator" | "service-staff" | "analyst";
            /**
             * Format: password
             * @description Without one, the system makes one up that has to be changed after the first sign-in.
             */
            password?: string;
        };
        CreatedStaff: {
            staff: components["schemas"]["Staff"];
            /** @description The password that was made up; shown only this once. */
            initialPassword?: string;
        };
        StaffUpdate: {
            displayName?: string;
            /** @enum {string} */
            role?: "administrator" | "community-operator" | "membership-operator" | "service-staff" | "analyst";
            /** @enum {string} */
            status?: "active" | "disabled";
        };
        InitialPassword: {
            /** @description Shown only this once. */
            initialPassword: string;
        };
        RoleEntry: {
            /** @enum {string} */
            code: "administrator" | "community-operator" | "membership-operator" | "service-staff" | "analyst";
            permissions: string[];
        };
        RoleList: {
            items: components["schemas"]["RoleEntry"][];
        };
        AuditActor: {
            /** @example staff */
            kind: string;
            /** Format: uuid */
            id: string | null;
            displayName: string | null;
        };
        AuditEntryView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            recordedAt: string;
            actor: components["schemas"]["AuditActor"];
            action: string;
            subject: string;
            subjectId: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntryView"][];
            nextCursor: string | null;
        };
        RowCounts: {
            /** Format: int64 */
            read: number;
            /**
             * Format: int64
             * @description Passed over, as the mapping wants it.
             */
            skipped: number;
            /** Format: int64 */
            failed: number;
        };
        FaultView: {
            pointer: string;
            message: string;
        };
        ImportFailure: {
            code: string;
            detail: string;
            errors: components["schemas"]["FaultView"][];
        };
        ImportView: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {string} */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
            /**
             * @description Set while the import runs.
             * @enum {string|null}
             */
            phase: "reading" | "applying" | null;
            /** @description Whether the counts say what would happen, and nothing is written. */
            dryRun: boolean;
            fileName: string;
            /** Format: int64 */
            fileBytes: number;
            /**
             * Format: int64
             * @description Of the file, as it was uploaded.
             */
            bytesRead: number;
            /**
             * Format: int64
             * @description Records (orders, customers); null until the file is read.
             */
            total: number | null;
            /**
             * Format: int64
             * @description Records done: created + updated + unchanged + skipped + failed.
             */
            done: number;
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            failed: number;
            /** @description Lines of the file. */
            rows: components["schemas"]["RowCounts"];
            /** @description Why the import as a whole failed. */
            error: components["schemas"]["ImportFailure"] | null;
            /**
             * Format: uuid
             * @description Member of staff; null for the command line.
             */
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        ImportPage: {
            items: components["schemas"]["ImportView"][];
            nextCursor: string | null;
        };
        ImportCreated: {
            /** Format: uuid */
            id: string;
        };
        SampleRow: {
            /**
             * Format: int64
             * @description As a spreadsheet counts; the header is row 1.
             */
            row: number;
            cells: string[];
        };
        InspectionView: {
            encoding: string;
            delimiter: string;
            columns: string[];
            rows: components["schemas"]["SampleRow"][];
            /** @description A guess to start from. How columns become fields: source, columns, identities, timeZone, currency, skipRows, …; see the README of imports. */
            mapping: {
                [key: string]: unknown;
            };
            /** @description Required fields that no column seems to hold. */
            missing: string[];
        };
        ChoiceWords: {
            value: string;
            /** @description Words that shops use for it. */
            words: string[];
        };
        KindField: {
            /** @description `attributes.*` stands for any number of fields such as `attributes.city`. */
            name: string;
            /** @enum {string} */
            type: "text" | "whole" | "amount" | "instant" | "day" | "choice";
            required: boolean;
            /** @description Titles of columns that mean this field. */
            synonyms: string[];
            /** @description Of a choice: what it may be. */
            choices: components["schemas"]["ChoiceWords"][];
        };
        ImportKindView: {
            kind: string;
            /** @description Permission that running it takes, besides `imports.run`. */
            permission: string;
            /** @description Rows that share this field are one record; null: every row is a record. */
            keyField: string | null;
            /** @description Whether every record must name a customer. */
            identityRequired: boolean;
            /** @description Types of identity that are known; others may be named. */
            identityTypes: string[];
            fields: components["schemas"]["KindField"][];
        };
        ImportKindList: {
            items: components["schemas"]["ImportKindView"][];
        };
        CorrectionDto: {
            /** Format: int64 */
            row: number;
            column: string;
            value: string;
        };
        ImportDetail: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {string} */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
            /**
             * @description Set while the import runs.
             * @enum {string|null}
             */
            phase: "reading" | "applying" | null;
            /** @description Whether the counts say what would happen, and nothing is written. */
            dryRun: boolean;
            fileName: string;
            /** Format: int64 */
            fileBytes: number;
            /**
             * Format: int64
             * @description Of the file, as it was uploaded.
             */
            bytesRead: number;
            /**
             * Format: int64
             * @description Records (orders, customers); null until the file is read.
             */
            total: number | null;
            /**
             * Format: int64
             * @description Records done: created + updated + unchanged + skipped + failed.
             */
            done: number;
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            failed: number;
            /** @description Lines of the file. */
            rows: components["schemas"]["RowCounts"];
            /** @description Why the import as a whole failed. */
            error: components["schemas"]["ImportFailure"] | null;
            /**
             * Format: uuid
             * @description Member of staff; null for the command line.
             */
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description How columns become fields: source, columns, identities, timeZone, currency, skipRows, …; see the README of imports. */
            mapping: {
                [key: string]: unknown;
            };
            corrections: components["schemas"]["CorrectionDto"][];
            /** @description Titles of the columns; empty until the file is read. */
            columns: string[];
            encoding: string | null;
            delimiter: string | null;
            /** @description Whether the file is still kept, so that the import can be started again. */
            fileKept: boolean;
        };
        RowFaultView: {
            code: string;
            /** @description Field of the kind, or `identities`. */
            field: string | null;
            /** @description Column of the file; several are joined by `+`. */
            column: string | null;
            /** @description The value, shortened. */
            value: string | null;
            message: string;
        };
        ImportErrorRow: {
            /**
             * Format: int64
             * @description As a spreadsheet counts; the header is row 1.
             */
            row: number;
            cells: string[];
            faults: components["schemas"]["RowFaultView"][];
        };
        ImportErrorPage: {
            items: components["schemas"]["ImportErrorRow"][];
            nextCursor: string | null;
        };
        StartImport: {
            /** @description Only find out what would happen. */
            dryRun?: boolean;
            /** @description Another mapping than before. How columns become fields: source, columns, identities, timeZone, currency, skipRows, …; see the README of imports. */
            mapping?: {
                [key: string]: unknown;
            };
            /** @description Cells mended by hand; replaces earlier ones. */
            corrections?: components["schemas"]["CorrectionDto"][];
        };
        ListedIdentity: {
            type: string;
            value: string;
            masked: boolean;
        };
        ListedCustomer: {
            /** Format: uuid */
            id: string;
            displayName: string;
            /** @enum {string|null} */
            gender: "female" | "male" | "other" | null;
            source: string;
            /** Format: date-time */
            createdAt: string;
            identities: components["schemas"]["ListedIdentity"][];
            /** @description By facet that was asked for, its fields; null for a customer of whom it knows nothing. */
            facets: {
                [key: string]: unknown;
            };
        };
        CustomersPage: {
            items: components["schemas"]["ListedCustomer"][];
            nextCursor: string | null;
        };
        FieldOfList: {
            /** @example orders.netCents */
            name: string;
            /** @description The facet it belongs to; null for the customer’s own fields. */
            facet: string | null;
            /** @enum {string} */
            type: "text" | "choice" | "number" | "instant";
            operators: string[];
            sortable: boolean;
            /** @description What a choice may be. */
            options: string[] | null;
        };
        FieldsOfList: {
            items: components["schemas"]["FieldOfList"][];
        };
        IdentityInput: {
            /**
             * @description phone, email, unionid, …, or a type of your own (a-z, 0-9, _).
             * @example phone
             */
            type: string;
            /** @example 138 0013 8000 */
            value: string;
        };
        CustomerCreation: {
            /** @example 王小明 */
            displayName: string;
            identities: components["schemas"]["IdentityInput"][];
            /** @description Custom attributes. */
            attributes?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            gender?: "female" | "male" | "other";
            /** Format: date */
            birthday?: string;
            /** @description Where the customer was first seen; `console` when left out. */
            source?: string;
        };
        CustomerIdentity: {
            /** @example phone */
            type: string;
            /** @example 138****8000 */
            value: string;
            /** @description Whether the middle of the value is covered. */
            masked: boolean;
            /** @description Who told of it. */
            source: string;
            /** Format: date-time */
            createdAt: string;
        };
        Customer: {
            /** Format: uuid */
            id: string;
            /** @description Empty when only identities are known. */
            displayName: string;
            /** @enum {string|null} */
            gender: "female" | "male" | "other" | null;
            /** Format: date */
            birthday: string | null;
            attributes: {
                [key: string]: unknown;
            };
            /** @description Where the customer was first seen. */
            source: string;
            identities: components["schemas"]["CustomerIdentity"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CustomerUpdate: {
            displayName?: string;
            /** @enum {string|null} */
            gender?: "female" | "male" | "other" | null;
            /** Format: date */
            birthday?: string | null;
            /** @description Sets the keys named here; null removes a key. */
            attributes?: {
                [key: string]: unknown;
            };
        };
        RevealedIdentity: {
            type: string;
            value: string;
        };
        RevealedIdentities: {
            identities: components["schemas"]["RevealedIdentity"][];
        };
        TimelineItem: {
            /** Format: uuid */
            id: string;
            /** @example order */
            kind: string;
            /**
             * Format: date-time
             * @description UTC, to the microsecond.
             */
            at: string;
            /** @description What happened, by kind. */
            data: {
                [key: string]: unknown;
            };
        };
        Timeline: {
            items: components["schemas"]["TimelineItem"][];
            nextCursor: string | null;
        };
        SourceIdentity: {
            /** @example phone */
            type: string;
            /** @example +8613800138000 */
            value: string;
        };
        IncomingOrderItem: {
            sku: string;
            name?: string | null;
            category?: string | null;
            /** Format: int64 */
            quantity: number;
            /**
             * Format: int64
             * @description Price of one piece.
             */
            unitPriceCents: number;
        };
        IncomingOrder: {
            /**
             * @description Which shop or system says so.
             * @example tmall
             */
            source: string;
            /** @description Order number within the source. */
            externalId: string;
            /** @description Whose order it is; at least one. */
            identities: components["schemas"]["SourceIdentity"][];
            /** @description For a customer not known yet. */
            customerName?: string | null;
            /** Format: date-time */
            placedAt: string;
            /**
             * Format: date-time
             * @description A paid order without it was paid when placed.
             */
            paidAt?: string | null;
            /** @enum {string} */
            status: "placed" | "paid" | "shipped" | "completed" | "cancelled" | "refunded";
            /**
             * @description ISO 4217; the programme’s when left out.
             * @example CNY
             */
            currency?: string;
            /**
             * Format: int64
             * @description What was paid in all.
             */
            totalCents: number;
            items?: components["schemas"]["IncomingOrderItem"][];
            channel?: string | null;
            utm?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description A return lowers what the customer spent; default: sale.
             * @enum {string}
             */
            kind?: "sale" | "return";
        };
        OrderBatch: {
            orders: components["schemas"]["IncomingOrder"][];
        };
        BatchFault: {
            /**
             * @description JSON pointer of the field within the request.
             * @example /orders/3/placedAt
             */
            pointer: string;
            message: string;
        };
        BatchFailure: {
            /**
             * Format: int64
             * @description Its place in the list, from 0.
             */
            index: number;
            /** @example orders.identity-missing */
            code: string;
            detail: string;
            errors?: components["schemas"]["BatchFault"][];
        };
        BatchAnswer: {
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            updated: number;
            /**
             * Format: int64
             * @description Entries that say what is known already.
             */
            unchanged: number;
            failed: components["schemas"]["BatchFailure"][];
        };
        RefundedItem: {
            sku: string;
            name?: string | null;
            /** Format: int64 */
            quantity: number;
            /** Format: int64 */
            amountCents?: number | null;
        };
        OrderRefund: {
            externalId: string;
            /** Format: date-time */
            refundedAt: string;
            /** Format: int64 */
            amountCents: number;
            items: components["schemas"]["RefundedItem"][] | null;
        };
        OrderLine: {
            sku: string;
            name: string | null;
            category: string | null;
            /** Format: int64 */
            quantity: number;
            /** Format: int64 */
            unitPriceCents: number;
        };
        OrderDetails: {
            /** Format: uuid */
            orderId: string;
            /** Format: uuid */
            customerId: string;
            source: string;
            externalId: string;
            /** @enum {string} */
            kind: "sale" | "return";
            /** @enum {string} */
            status: "placed" | "paid" | "shipped" | "completed" | "cancelled" | "refunded";
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            paidAt: string | null;
            currency: string;
            /** Format: int64 */
            totalCents: number;
            /**
             * Format: int64
             * @description What counts as given back; never more than the total.
             */
            refundedCents: number;
            channel: string | null;
            /** Format: int64 */
            itemsCount: number;
            refunds: components["schemas"]["OrderRefund"][];
            items: components["schemas"]["OrderLine"][];
            utm: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        IncomingRefund: {
            /** @description Name of the refund within the order. */
            externalId: string;
            /** Format: date-time */
            refundedAt: string;
            /** Format: int64 */
            amountCents: number;
            items?: components["schemas"]["RefundedItem"][] | null;
        };
        RefundAnswer: {
            externalId: string;
            /** Format: date-time */
            refundedAt: string;
            /** Format: int64 */
            amountCents: number;
            items: components["schemas"]["RefundedItem"][] | null;
            /**
             * Format: uuid
             * @description Null as long as the order has not come.
             */
            orderId: string | null;
            /** @description Whether it counts; false as long as the order has not come. */
            applied: boolean;
        };
        IncomingEvent: {
            /** @description Which shop or system says so. */
            source: string;
            /** @description Name of the event within the source. */
            externalId: string;
            /** @description Who did it; at least one. */
            identities: components["schemas"]["SourceIdentity"][];
            /** @example page_view */
            type: string;
            /** Format: date-time */
            occurredAt: string;
            properties?: {
                [key: string]: unknown;
            };
        };
        EventBatch: {
            events: components["schemas"]["IncomingEvent"][];
        };
        OrderFigures: {
            /** Format: uuid */
            customerId: string;
            /**
             * Format: int64
             * @description Purchases: paid sales of which some money stayed.
             */
            ordersCount: number;
            /** @description That of the last purchase; the amounts are of it alone. */
            currency: string;
            /**
             * Format: int64
             * @description Paid sales.
             */
            grossCents: number;
            /**
             * Format: int64
             * @description Refunds and returns.
             */
            refundedCents: number;
            /** Format: int64 */
            netCents: number;
            /** Format: date-time */
            firstPaidAt: string | null;
            /** Format: date-time */
            lastPaidAt: string | null;
            /** @description Mean gap between purchases; null below two of them. */
            averageIntervalDays: number | null;
            /**
             * Format: date-time
             * @description Null when there never was an order.
             */
            computedAt: string | null;
        };
        OrderSummary: {
            /** Format: uuid */
            orderId: string;
            /** Format: uuid */
            customerId: string;
            source: string;
            externalId: string;
            /** @enum {string} */
            kind: "sale" | "return";
            /** @enum {string} */
            status: "placed" | "paid" | "shipped" | "completed" | "cancelled" | "refunded";
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            paidAt: string | null;
            currency: string;
            /** Format: int64 */
            totalCents: number;
            /**
             * Format: int64
             * @description What counts as given back; never more than the total.
             */
            refundedCents: number;
            channel: string | null;
            /** Format: int64 */
            itemsCount: number;
            refunds: components["schemas"]["OrderRefund"][];
        };
        OrderPage: {
            items: components["schemas"]["OrderSummary"][];
            nextCursor: string | null;
        };
        RfmScoring: {
            /** @enum {string} */
            method: "quantile" | "cuts";
            /**
             * Format: int64
             * @description With `quantile`; 5 by default.
             */
            bins?: number;
            /**
             * @description With `quantile`: whether a value equal to a cut point is in the bin below (`lower`, the default) or above it (`upper`); `plus-one` moves each cut point up by a day, an order or a unit of the currency, then works like `upper`.
             * @enum {string}
             */
            tieRule?: "lower" | "upper" | "plus-one";
            /** @description With `cuts`: ascending days, orders or cents. A value at a cut point gets the better score. */
            cuts?: number[];
        };
        RfmScorings: {
            /** @description Few days give a high score. */
            recency?: components["schemas"]["RfmScoring"];
            frequency?: components["schemas"]["RfmScoring"];
            monetary?: components["schemas"]["RfmScoring"];
        };
        RfmNames: {
            /** @example 重要价值 */
            zh: string;
            /** @example Important, valued */
            en: string;
        };
        RfmGridRow: {
            /** @example champions */
            code: string;
            names: components["schemas"]["RfmNames"];
            /**
             * @description Lowest and highest score.
             * @example [
             *       4,
             *       5
             *     ]
             */
            r: number[];
            /**
             * @example [
             *       4,
             *       5
             *     ]
             */
            f: number[];
            /**
             * @example [
             *       1,
             *       5
             *     ]
             */
            m: number[];
            /**
             * Format: int64
             * @description By default the place in the table.
             */
            rank?: number;
        };
        RfmScheme: {
            /**
             * @description `average8`: each score at or above the average of the run, or below. `grid`: the first row that matches.
             * @enum {string}
             */
            kind: "average8" | "grid";
            /** @description With `grid`. */
            rows?: components["schemas"]["RfmGridRow"][];
            /** @description With `grid`: names of the rest, code `others`. */
            others?: components["schemas"]["RfmNames"];
        };
        RfmSegment: {
            /** @example important-value */
            code: string;
            names: components["schemas"]["RfmNames"];
            /**
             * Format: int64
             * @description 1 is best: says what moving up or down is.
             */
            rank: number;
        };
        RfmSettingsView: {
            /**
             * Format: int64
             * @description Calendar days that count, the reference day being the last; null for all history. 365 by default.
             */
            windowDays?: number | null;
            /**
             * Format: date
             * @description Null: the day of the run in the programme’s zone.
             */
            referenceDay?: string | null;
            /** @description Null: any currency. */
            currency?: string | null;
            scoring?: components["schemas"]["RfmScorings"];
            scheme?: components["schemas"]["RfmScheme"];
            /** @description By how many percent of a cut point a value must pass it before the score of the run before changes. */
            hysteresisPercent?: number;
            /**
             * Format: int64
             * @description Of how many runs the scores are kept.
             */
            keepRuns?: number;
            /**
             * Format: int64
             * @description 0: the defaults, which nobody wrote.
             */
            version: number;
            /** Format: uuid */
            authorId: string | null;
            /** Format: date-time */
            createdAt: string | null;
            /** @description The segments of the scheme, best first. */
            segments: components["schemas"]["RfmSegment"][];
        };
        RfmSettingsChange: {
            /**
             * Format: int64
             * @description Calendar days that count, the reference day being the last; null for all history. 365 by default.
             */
            windowDays?: number | null;
            /**
             * Format: date
             * @description Null: the day of the run in the programme’s zone.
             */
            referenceDay?: string | null;
            /** @description Null: any currency. */
            currency?: string | null;
            scoring?: components["schemas"]["RfmScorings"];
            scheme?: components["schemas"]["RfmScheme"];
            /** @description By how many percent of a cut point a value must pass it before the score of the run before changes. */
            hysteresisPercent?: number;
            /**
             * Format: int64
             * @description Of how many runs the scores are kept.
             */
            keepRuns?: number;
            /**
             * Format: int64
             * @description The version that was changed; refused when there is a newer one. Left out: whatever is in force.
             */
            version?: number;
            /** @description Follows from the scheme; not read. */
            segments?: components["schemas"]["RfmSegment"][];
            /**
             * Format: uuid
             * @description Not read.
             */
            authorId?: string | null;
            /**
             * Format: date-time
             * @description Not read.
             */
            createdAt?: string | null;
        };
        RfmSettingsPage: {
            items: components["schemas"]["RfmSettingsView"][];
            nextCursor: string | null;
        };
        RfmTemplate: {
            /** @example grid11 */
            code: string;
            names: components["schemas"]["RfmNames"];
            /**
             * Format: int64
             * @description Scores per axis that it is made for; null for any number.
             */
            bins: number | null;
            scheme: components["schemas"]["RfmScheme"];
            segments: components["schemas"]["RfmSegment"][];
        };
        RfmTemplates: {
            items: components["schemas"]["RfmTemplate"][];
        };
        RfmCuts: {
            recency: number[];
            frequency: number[];
            monetary: number[];
        };
        RfmRunView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Why it failed. */
            message: string | null;
            /** Format: int64 */
            settingsVersion: number;
            /**
             * Format: uuid
             * @description Account of whoever asked for it; null for the schedule.
             */
            requestedBy: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /**
             * Format: date
             * @description The day from which recency is counted; known once the run has begun.
             */
            referenceDay: string | null;
            /**
             * Format: date
             * @description First day that counts; null for all history.
             */
            windowFrom: string | null;
            /** @description As used, quantiles included. */
            cuts: components["schemas"]["RfmCuts"] | null;
            /**
             * Format: int64
             * @description Customers with a purchase in the window.
             */
            scoredCount: number | null;
            /**
             * Format: int64
             * @description All customers.
             */
            customersCount: number | null;
            /** Format: int64 */
            ordersCount: number | null;
            /** Format: int64 */
            netCents: number | null;
            currencies: string[] | null;
            /**
             * Format: date-time
             * @description When the scores were dropped; the summary stays.
             */
            scoresDroppedAt: string | null;
        };
        RfmRunPage: {
            items: components["schemas"]["RfmRunView"][];
            nextCursor: string | null;
        };
        RfmFigures: {
            /** Format: int64 */
            customers: number;
            /**
             * Format: int64
             * @description Purchases in the window.
             */
            orders: number;
            /**
             * Format: int64
             * @description Net of refunds and returns; negative when more came back than was bought.
             */
            netCents: number;
            /**
             * Format: int64
             * @description Per customer.
             */
            averageNetCents: number | null;
            /** @description Per customer. */
            averageOrders: number | null;
            averageRecencyDays: number | null;
        };
        RfmScores: {
            r: number;
            f: number;
            m: number;
        };
        RfmSegmentFigures: {
            /** Format: int64 */
            customers: number;
            /**
             * Format: int64
             * @description Purchases in the window.
             */
            orders: number;
            /**
             * Format: int64
             * @description Net of refunds and returns; negative when more came back than was bought.
             */
            netCents: number;
            /**
             * Format: int64
             * @description Per customer.
             */
            averageNetCents: number | null;
            /** @description Per customer. */
            averageOrders: number | null;
            averageRecencyDays: number | null;
            /** @description Part of all scored customers, 0 to 1. */
            customersShare: number | null;
            /** @description Part of the net revenue; null when that is not positive. */
            netShare: number | null;
            code: string;
            names: components["schemas"]["RfmNames"];
            /** Format: int64 */
            rank: number;
        };
        RfmGridFigures: {
            /** Format: int64 */
            customers: number;
            /**
             * Format: int64
             * @description Purchases in the window.
             */
            orders: number;
            /**
             * Format: int64
             * @description Net of refunds and returns; negative when more came back than was bought.
             */
            netCents: number;
            /**
             * Format: int64
             * @description Per customer.
             */
            averageNetCents: number | null;
            /** @description Per customer. */
            averageOrders: number | null;
            averageRecencyDays: number | null;
            /** @description Part of all scored customers, 0 to 1. */
            customersShare: number | null;
            /** @description Part of the net revenue; null when that is not positive. */
            netShare: number | null;
            /** Format: int64 */
            r: number;
            /** Format: int64 */
            f: number;
        };
        RfmWarning: {
            /** @enum {string} */
            code: "few-buyers" | "short-history" | "mixed-currencies";
            /**
             * Format: int64
             * @description Buyers or days that there are.
             */
            found?: number;
            /**
             * Format: int64
             * @description Buyers or days that there should be.
             */
            wanted?: number;
            currencies?: string[];
        };
        RfmSummary: {
            run: components["schemas"]["RfmRunView"];
            /** Format: date-time */
            computedAt: string;
            /**
             * Format: int64
             * @description All customers.
             */
            customersCount: number;
            /**
             * Format: int64
             * @description Customers without a purchase in the window: they have no scores.
             */
            inactiveCount: number;
            /** @description Currencies of the orders that counted. */
            currencies: string[];
            /** @description All scored customers. */
            whole: components["schemas"]["RfmFigures"];
            /** @description What `average8` compares with. */
            averageScores: components["schemas"]["RfmScores"] | null;
            /** @description Every segment of the scheme, best first. */
            segments: components["schemas"]["RfmSegmentFigures"][];
            /** @description Scores per axis. */
            bins: components["schemas"]["RfmScores"];
            /** @description Every combination of R and F. */
            grid: components["schemas"]["RfmGridFigures"][];
            warnings: components["schemas"]["RfmWarning"][];
        };
        RfmStep: {
            /** @description Null: not scored in the run before. */
            from: string | null;
            /** @description Null: no longer scored. */
            to: string | null;
            /** Format: int64 */
            customers: number;
        };
        RfmDirections: {
            /** Format: int64 */
            up: number;
            /** Format: int64 */
            down: number;
            /** Format: int64 */
            same: number;
            /**
             * Format: int64
             * @description Not scored in the run before.
             */
            new: number;
            /**
             * Format: int64
             * @description No longer scored.
             */
            lapsed: number;
            /**
             * Format: int64
             * @description Between segments that can’t be ranked against each other.
             */
            changed: number;
        };
        RfmMovement: {
            /** Format: uuid */
            runId: string;
            /** Format: uuid */
            previousRunId: string;
            /** Format: date-time */
            computedAt: string;
            /** Format: date-time */
            previousComputedAt: string;
            /** @description Segments of the run, best first. */
            segments: components["schemas"]["RfmSegment"][];
            /** @description Segments of the run before. */
            previousSegments: components["schemas"]["RfmSegment"][];
            /** @description The cells of the matrix that are not empty. */
            steps: components["schemas"]["RfmStep"][];
            counts: components["schemas"]["RfmDirections"];
        };
        RfmCustomerIdentity: {
            type: string;
            value: string;
            masked: boolean;
        };
        RfmCustomer: {
            /**
             * Format: int64
             * @description Whole calendar days from the last purchase to the reference day.
             */
            recencyDays: number;
            /**
             * Format: int64
             * @description Purchases in the window.
             */
            frequency: number;
            /**
             * Format: int64
             * @description Net of refunds and returns.
             */
            monetaryCents: number;
            /** Format: int64 */
            r: number;
            /** Format: int64 */
            f: number;
            /** Format: int64 */
            m: number;
            segment: string;
            /** Format: uuid */
            customerId: string;
            displayName: string;
            identity: components["schemas"]["RfmCustomerIdentity"] | null;
            /** @description Segment in the run before; only when it was asked for. */
            previousSegment: string | null;
        };
        RfmCustomerPage: {
            items: components["schemas"]["RfmCustomer"][];
            nextCursor: string | null;
        };
        RfmStanding: {
            /**
             * Format: int64
             * @description Whole calendar days from the last purchase to the reference day.
             */
            recencyDays: number;
            /**
             * Format: int64
             * @description Purchases in the window.
             */
            frequency: number;
            /**
             * Format: int64
             * @description Net of refunds and returns.
             */
            monetaryCents: number;
            /** Format: int64 */
            r: number;
            /** Format: int64 */
            f: number;
            /** Format: int64 */
            m: number;
            segment: string;
            /** Format: uuid */
            runId: string;
            /** Format: date-time */
            computedAt: string;
            /** Format: date */
            referenceDay: string;
            names: components["schemas"]["RfmNames"];
        };
        RfmCustomerHistory: {
            /** @description In the latest run; null when not scored there. */
            current: components["schemas"]["RfmStanding"] | null;
            /** @description In every run whose scores are kept, newest first. */
            history: components["schemas"]["RfmStanding"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Auth.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInStaff"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Staff.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Part of the name or e-mail. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Staff.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCreation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedStaff"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Staff.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Staff.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Staff.resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitialPassword"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Staff.unlock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Roles.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description What kind of thing was changed. */
                subject?: string;
                subjectId?: string;
                /** @description Account of whoever did it. */
                actorId?: string;
                action?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only imports in this status. */
                status?: "queued" | "running" | "completed" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV, also compressed by gzip.
                     */
                    file: string;
                    /** @example orders */
                    kind: string;
                    /** @description JSON; guessed when it is left out. */
                    mapping?: string;
                    /**
                     * @description Only find out what would happen.
                     * @enum {string}
                     */
                    dryRun?: "true" | "false";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportCreated"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV, also compressed by gzip.
                     */
                    file: string;
                    /** @example orders */
                    kind: string;
                    /** @description JSON; guessed when it is left out. */
                    mapping?: string;
                    /**
                     * @description Only find out what would happen.
                     * @enum {string}
                     */
                    dryRun?: "true" | "false";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionView"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportKindList"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.errors": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Language of the messages. */
                language?: "zh-CN" | "en";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportErrorPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.errorsFile": {
        parameters: {
            query?: {
                /** @description Language of the reasons. */
                language?: "zh-CN" | "en";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The failed rows with their reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.start": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartImport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Imports.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetail"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Listings.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Part of a name, a phone or its last four digits, an e-mail or what stands before its @, any other identity. */
                q?: string;
                /** @description A field, with - in front for descending; newest first when left out. */
                sort?: string;
                /** @description Conditions field:operator:value, all of which must hold. */
                filter?: string[];
                /** @description Facets to show, with commas between. */
                facets?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomersPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerCreation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Listings.fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the list can show, filter and sort by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldsOfList"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.attach": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.detach": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
                /** @description The whole identity, or the way it is shown (138****8000). */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Customers.reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identities uncovered; the look is on record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedIdentities"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Timelines.page": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Kinds to show, with commas between; all when left out. */
                kinds?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Orders.recordBatch": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Orders.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDetails"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Refunds.record": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                source: string;
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncomingRefund"];
            };
        };
        responses: {
            /** @description Recorded, or known already. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            /** @description Kept until the order comes. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.recordBatch": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CustomerOrders.getFigures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderFigures"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CustomerOrders.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CustomerOrders.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDetails"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmSettings.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmSettingsView"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmSettings.replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RfmSettingsChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmSettingsView"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmSettings.versions": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmSettingsPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmSettings.templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmTemplates"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmRuns.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmRunPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmRuns.request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmRunView"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmRuns.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmRunView"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmRuns.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmRunView"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmSummaries.summary": {
        parameters: {
            query?: {
                runId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmSummary"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmSummaries.movement": {
        parameters: {
            query?: {
                runId?: string;
                /** @description The run to compare with; the one before when left out. */
                previousRunId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmMovement"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmCustomers.page": {
        parameters: {
            query?: {
                runId?: string;
                /** @description Code of a segment of the run. */
                segment?: string;
                r?: number;
                f?: number;
                m?: number;
                /** @description Segment in the run before; `none` for not scored there. */
                previousSegment?: string;
                /** @description Moved to a better or a worse segment since the run before. */
                movement?: "up" | "down";
                /** @description The run before; the one it was compared with when left out. */
                previousRunId?: string;
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmCustomerPage"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmCustomers.csv": {
        parameters: {
            query?: {
                runId?: string;
                /** @description Code of a segment of the run. */
                segment?: string;
                r?: number;
                f?: number;
                m?: number;
                /** @description Segment in the run before; `none` for not scored there. */
                previousSegment?: string;
                /** @description Moved to a better or a worse segment since the run before. */
                movement?: "up" | "down";
                /** @description The run before; the one it was compared with when left out. */
                previousRunId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line per scored customer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "RfmHistories.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmCustomerHistory"];
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
