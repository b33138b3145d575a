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
    "/api/v1/staff/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Staff.names"];
        put?: never;
        post?: never;
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
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApiKeys.list"];
        put?: never;
        post: operations["ApiKeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApiKeys.permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ApiKeys.revoke"];
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
    "/api/v1/member-auth/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberAuth.code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberAuth.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-auth/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberAuth.wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberAuth.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberAuth.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberTokens.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Members.get"];
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
    "/api/v1/points/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Programmes.current"];
        put: operations["Programmes.replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/programme/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Programmes.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/earn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acts.earn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acts.spend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Balances.holds"];
        put?: never;
        post: operations["Acts.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/holds/{holdId}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acts.capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/holds/{holdId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acts.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/entries/{seq}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acts.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Acts.batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Balances.balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Balances.entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/entries/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Balances.entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Balances.lots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyPoints.balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/points/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyPoints.entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/points/entries/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyPoints.entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/points/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Adjustments.adjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Adjustments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/adjustments/{customerId}/{adjustmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Adjustments.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/adjustments/{customerId}/{adjustmentId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Adjustments.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/adjustments/{customerId}/{adjustmentId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Adjustments.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/adjustments/{customerId}/{adjustmentId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Adjustments.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Verifications.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Verifications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/verifications/{verificationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Verifications.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/verifications/{verificationId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Verifications.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Expiry.liability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/expiry-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Expiry.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/expiry-calendar/{day}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Expiry.customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rules.list"];
        put?: never;
        post: operations["Rules.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rules.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Rules.change"];
        trace?: never;
    };
    "/api/v1/points/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rules.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rules/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules.activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rules/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rules/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SignIns.calendar"];
        put?: never;
        post: operations["SignIns.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-ins/make-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignIns.makeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rewards.page"];
        put?: never;
        post: operations["Rewards.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rewards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rewards.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Rewards.change"];
        trace?: never;
    };
    "/api/v1/rewards/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rewards.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rewards/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rewards.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rewards/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rewards.changeStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rewards/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Codes.page"];
        put?: never;
        post: operations["Codes.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Redemptions.redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Redemptions.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/redemptions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Redemptions.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/redemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Redemptions.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/redemptions/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Redemptions.ship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/redemptions/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Redemptions.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/redemptions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Redemptions.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MemberRewards.offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MemberRewards.page"];
        put?: never;
        post: operations["MemberRewards.redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/redemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MemberRewards.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/redemptions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MemberRewards.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Ladders.list"];
        put?: never;
        post: operations["Ladders.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Ladders.templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Ladders.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Ladders.get"];
        put: operations["Ladders.save"];
        post?: never;
        delete: operations["Ladders.archive"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Publications.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Publications.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Publications.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Publications.rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}/versions/{version}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Publications.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Populations.now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Runs.list"];
        put?: never;
        post: operations["Runs.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Runs.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Runs.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Benefits.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/benefits/{benefitKey}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Benefits.use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/benefits/{benefitKey}/uses/{useId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Benefits.undo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-benefits/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issues.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-benefits/issues.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issues.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/benefits/issues/{issueId}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Issues.deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/benefits/issues/{issueId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Issues.void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyBenefits.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{ledger}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ValueRules.latest"];
        put: operations["ValueRules.replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{ledger}/rules/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ValueRules.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{ledger}/rules/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ValueRules.template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{ledger}/rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ValueRules.try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Values.balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/values/{ledger}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Values.entries"];
        put?: never;
        post: operations["Values.book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/values/{ledger}/entries/{key}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Values.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyGrowth.balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/growth/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyGrowth.entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Settlements.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{ledger}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Settlements.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{ledger}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Settlements.latest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Standing.tier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/tier/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Standing.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiers/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Standing.distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyTier.tier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/tier/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Locks.set"];
        post?: never;
        delete: operations["Locks.lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Locks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-locks/{customerId}/{lockId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Locks.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-locks/{customerId}/{lockId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Locks.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-locks/{customerId}/{lockId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Locks.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-locks/{customerId}/{lockId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Locks.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-ladders/{id}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Simulations.simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Simulations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Simulations.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-simulations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Simulations.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-simulations/{id}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Simulations.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tier-simulations/{id}/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Simulations.csv"];
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
        StaffName: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        StaffNames: {
            /** @description Newest first, disabled accounts too: their acts stay theirs. */
            items: components["schemas"]["StaffName"][];
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
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The last letters of the secret. */
            ending: string;
            permissions: string[];
            /**
             * Format: uuid
             * @description Account of the administrator who made it.
             */
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
        };
        GrantablePermissions: {
            /** @description Every code that a key may hold. */
            items: string[];
        };
        ApiKeyCreation: {
            /** @example Mini program back end */
            name: string;
            /** @description Codes; see GET /api-keys/permissions. */
            permissions?: string[];
            /**
             * @description Instead of `permissions`: what this role may do today, but for what takes a person.
             * @enum {string}
             */
            role?: "administrator" | "community-operator" | "membership-operator" | "service-staff" | "analyst";
            /**
             * Format: date-time
             * @description Left out: until it is revoked.
             */
            expiresAt?: string;
        };
        CreatedApiKey: {
            apiKey: components["schemas"]["ApiKey"];
            /** @description The bearer token; shown only this once. */
            secret: string;
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
            type: "text" | "choice" | "number" | "instant" | "day";
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
        MemberCodeRequest: {
            /** @example 13800138000 */
            phone: string;
        };
        MemberCodeSent: {
            /**
             * Format: date-time
             * @description Until when the code is good.
             */
            expiresAt: string;
            /**
             * Format: int64
             * @description After this time another code can be asked for.
             */
            retryAfterSeconds: number;
        };
        MemberSignIn: {
            /** @example 13800138000 */
            phone: string;
            /** @example 012345 */
            code: string;
        };
        MemberSignedIn: {
            /** @description Bearer token of the following calls. */
            accessToken: string;
            /** @description Good for one refresh; the answer to it brings the next. */
            refreshToken: string;
            /**
             * Format: date-time
             * @description When the access token expires.
             */
            expiresAt: string;
            /** Format: uuid */
            customerId: string;
        };
        MemberWechatSignIn: {
            /** @description What wx.login gave to the mini program. */
            code: string;
        };
        MemberRefresh: {
            refreshToken: string;
        };
        MemberSignOut: {
            refreshToken?: string;
        };
        MemberTokenRequest: {
            /** Format: uuid */
            customerId: string;
        };
        Member: {
            /** Format: uuid */
            customerId: string;
            /** @description Empty as long as nobody has told a name. */
            displayName: string;
            /**
             * @description With its middle covered.
             * @example 138****8000
             */
            phone: string | null;
            memberNo: string | null;
            /**
             * Format: date-time
             * @description When the brand first saw her.
             */
            since: string;
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
        PointsExpiryRule: {
            /** @enum {string} */
            kind: "never" | "after" | "end-of-next-year" | "inactivity";
            /**
             * Format: int64
             * @description With `after`: how many days or months.
             */
            count?: number;
            /**
             * @description With `after`; `months` by default.
             * @enum {string}
             */
            unit?: "days" | "months";
            /**
             * @description With `after`: the end of what is waited for then; `day` by default.
             * @enum {string}
             */
            endOf?: "day" | "month" | "quarter" | "year";
            /**
             * Format: int64
             * @description With `inactivity`.
             */
            months?: number;
        };
        DatedPointsExpiryRule: {
            /**
             * Format: date
             * @description Holds for points earned from this day on; null on the first rule only.
             */
            from: string | null;
            rule: components["schemas"]["PointsExpiryRule"];
        };
        PointsValue: {
            /**
             * Format: int64
             * @description So many points …
             */
            points: number;
            /**
             * Format: int64
             * @description … cost so many cents when they are spent.
             */
            cents: number;
            /** @example CNY */
            currency: string;
        };
        ProgrammeView: {
            /**
             * @description IANA name; days of the programme begin and end in it.
             * @example Asia/Shanghai
             */
            timeZone: string;
            /** @enum {string} */
            rounding: "floor" | "half-up" | "ceil";
            /** @description In order of their days. */
            expiryRules: components["schemas"]["DatedPointsExpiryRule"][];
            /**
             * @description What happens when more has to be taken back than there is.
             * @enum {string}
             */
            shortfall: "only_pending" | "within_balance" | "debt";
            /**
             * Format: int64
             * @description Days that points given back to an expired lot have.
             */
            graceDays: number;
            /**
             * Format: int64
             * @description An adjustment of more than this waits for a second person.
             */
            approvalAbove: number;
            /**
             * Format: int64
             * @description Awards of orders wait until so many days after completion; null: available at once.
             */
            pendingDaysAfterCompletion: number | null;
            /**
             * Format: int64
             * @description How long a hold lasts that does not say so itself.
             */
            holdMinutes: number;
            /** @description Days before expiry at which members are warned: whole numbers of 1 to 365. */
            warningDays: number[];
            /** @description For the liability in money. */
            pointValue?: components["schemas"]["PointsValue"] | null;
            /**
             * Format: int64
             * @description 0: the defaults, which nobody wrote.
             */
            version: number;
            /** Format: uuid */
            authorId: string | null;
            note: string | null;
            /** Format: date-time */
            createdAt: string | null;
        };
        ProgrammeChange: {
            /**
             * @description IANA name; days of the programme begin and end in it.
             * @example Asia/Shanghai
             */
            timeZone: string;
            /** @enum {string} */
            rounding: "floor" | "half-up" | "ceil";
            /** @description In order of their days. */
            expiryRules: components["schemas"]["DatedPointsExpiryRule"][];
            /**
             * @description What happens when more has to be taken back than there is.
             * @enum {string}
             */
            shortfall: "only_pending" | "within_balance" | "debt";
            /**
             * Format: int64
             * @description Days that points given back to an expired lot have.
             */
            graceDays: number;
            /**
             * Format: int64
             * @description An adjustment of more than this waits for a second person.
             */
            approvalAbove: number;
            /**
             * Format: int64
             * @description Awards of orders wait until so many days after completion; null: available at once.
             */
            pendingDaysAfterCompletion: number | null;
            /**
             * Format: int64
             * @description How long a hold lasts that does not say so itself.
             */
            holdMinutes: number;
            /** @description Days before expiry at which members are warned: whole numbers of 1 to 365. */
            warningDays: number[];
            /** @description For the liability in money. */
            pointValue?: components["schemas"]["PointsValue"] | null;
            /**
             * Format: int64
             * @description The version that was changed; refused when there is a newer one. Left out: whatever is in force.
             */
            expectedVersion?: number;
            /** @description Why it was changed. */
            note?: string | null;
        };
        ProgrammePage: {
            items: components["schemas"]["ProgrammeView"][];
            nextCursor: string | null;
        };
        EarnRequest: {
            /** Format: int64 */
            points: number;
            /** @description Why, in words that the member may read. */
            reason: string;
            /** @description What it belongs to: an order number, a receipt. */
            reference?: string | null;
            /**
             * Format: date-time
             * @description Left out: by the programme's rule; null: never.
             */
            expiresAt?: string | null;
        };
        BreakdownStep: {
            what: string;
            /** Format: int64 */
            points: number;
            detail?: {
                [key: string]: unknown;
            };
        };
        BreakdownPart: {
            ruleId: string;
            /** Format: int64 */
            ruleVersion: number;
            name: string;
            /** Format: int64 */
            points: number;
            steps: components["schemas"]["BreakdownStep"][];
        };
        LedgerEntry: {
            /** Format: uuid */
            customerId: string;
            /** Format: int64 */
            seq: number;
            /** @enum {string} */
            kind: "earn" | "mature" | "spend" | "hold" | "capture" | "release" | "take-back" | "give-back" | "adjust" | "expire" | "transfer";
            /**
             * Format: int64
             * @description Change of the balance.
             */
            points: number;
            /** Format: int64 */
            pendingPoints: number;
            /** Format: int64 */
            heldPoints: number;
            /** Format: int64 */
            debtPoints: number;
            /**
             * Format: int64
             * @description Below zero while the customer owes points.
             */
            balanceAfter: number;
            /** @description What makes its repetition safe: `<who>:<Idempotency-Key>`, or a natural key. */
            key: string;
            reason: string;
            reference: string | null;
            /** @description Which part of the system asked. */
            source: string;
            /** @description Who asked. */
            actor: string;
            /**
             * Format: int64
             * @description The entry that this one takes back.
             */
            reversesSeq: number | null;
            /** Format: int64 */
            reversedPoints: number | null;
            /** Format: uuid */
            holdId: string | null;
            /** Format: date-time */
            availableAt: string | null;
            /**
             * Format: date-time
             * @description When the points end that this entry granted or gave back.
             */
            expiresAt: string | null;
            breakdown: components["schemas"]["BreakdownPart"][] | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When it was booked.
             */
            recordedAt: string;
        };
        SpendRequest: {
            /** Format: int64 */
            points: number;
            /** @description Why, in words that the member may read. */
            reason: string;
            /** @description What it belongs to: an order number, a receipt. */
            reference?: string | null;
        };
        HoldRequest: {
            /** Format: int64 */
            points: number;
            /** @description Why, in words that the member may read. */
            reason: string;
            /** @description What it belongs to: an order number, a receipt. */
            reference?: string | null;
            /**
             * Format: date-time
             * @description When it gives back by itself; left out: as the programme has it.
             */
            expiresAt?: string;
        };
        PartRequest: {
            /**
             * Format: int64
             * @description Left out: all that is left.
             */
            points?: number;
            /** @description Why, in words that the member may read. */
            reason?: string;
        };
        ReverseRequest: {
            /**
             * Format: int64
             * @description Left out: all that is left of the entry.
             */
            points?: number;
            /** @description Why, in words that the member may read. */
            reason: string;
        };
        BatchOperation: {
            /** @enum {string} */
            kind: "earn" | "spend" | "adjust";
            /** Format: uuid */
            customerId: string;
            /** @description Its idempotency key. */
            key: string;
            /**
             * Format: int64
             * @description Below zero for adjust only.
             */
            points: number;
            /** @description Why, in words that the member may read. */
            reason: string;
            /** @description What it belongs to: an order number, a receipt. */
            reference?: string | null;
        };
        PointsBatchRequest: {
            operations: components["schemas"]["BatchOperation"][];
        };
        PointsBatchResult: {
            /** @enum {string} */
            outcome: "booked" | "replayed" | "refused";
            /** Format: int64 */
            seq?: number;
            /** Format: int64 */
            balanceAfter?: number;
            code?: string;
            detail?: string;
        };
        PointsBatchAnswer: {
            /** Format: int64 */
            booked: number;
            /** Format: int64 */
            replayed: number;
            /** Format: int64 */
            refused: number;
            /** @description One per operation, in order. */
            results: components["schemas"]["PointsBatchResult"][];
        };
        ExpiringPoints: {
            /** Format: int64 */
            points: number;
            /** Format: date-time */
            expiresAt: string;
        };
        PointsBalance: {
            /**
             * Format: int64
             * @description Held points included; below zero while the customer owes points.
             */
            balance: number;
            /**
             * Format: int64
             * @description What can be spent now: neither held nor owed.
             */
            spendable: number;
            /** Format: int64 */
            pending: number;
            /** Format: int64 */
            held: number;
            /** Format: int64 */
            debt: number;
            /** @description What ends when, the soonest first. */
            expiring: components["schemas"]["ExpiringPoints"][];
            /**
             * Format: int64
             * @description Earned in all, before what was taken back.
             */
            earned: number;
            /** Format: int64 */
            spent: number;
            /** Format: int64 */
            expired: number;
            /**
             * Format: date-time
             * @description When these figures were read.
             */
            computedAt: string;
        };
        EntryPage: {
            items: components["schemas"]["LedgerEntry"][];
            nextCursor: string | null;
        };
        LotMovement: {
            /**
             * Format: int64
             * @description The entry that granted the lot.
             */
            lotSeq: number;
            /**
             * Format: int64
             * @description Below zero: drawn; above: given back.
             */
            points: number;
            /** Format: int64 */
            heldPoints: number;
            /**
             * Format: date-time
             * @description When the lot ends, as it stands now.
             */
            expiresAt: string | null;
            /** @description Why the lot was granted. */
            reason: string;
            /** Format: date-time */
            grantedAt: string;
        };
        PointsLot: {
            /** Format: int64 */
            lotSeq: number;
            /** Format: int64 */
            granted: number;
            /** Format: int64 */
            remaining: number;
            /** Format: int64 */
            held: number;
            pending: boolean;
            /** Format: date-time */
            availableAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: int64
             * @description Ends after so many months without activity.
             */
            idleMonths: number | null;
            reason: string;
            /** Format: date-time */
            grantedAt: string;
        };
        EntryDetails: {
            entry: components["schemas"]["LedgerEntry"];
            movements: components["schemas"]["LotMovement"][];
            /** @description The lot that the entry granted. */
            lot: components["schemas"]["PointsLot"] | null;
            /** @description Entries that took this one back, in whole or in part. */
            reversals: components["schemas"]["LedgerEntry"][];
            /**
             * Format: int64
             * @description How much of the entry can still be taken back.
             */
            reversible: number;
        };
        PointsLotList: {
            items: components["schemas"]["PointsLot"][];
        };
        PointsHold: {
            /** Format: uuid */
            holdId: string;
            /** @enum {string} */
            status: "open" | "captured" | "released" | "expired" | "moved";
            /** Format: int64 */
            points: number;
            /** Format: int64 */
            captured: number;
            /** Format: int64 */
            released: number;
            reason: string;
            reference: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PointsHoldList: {
            items: components["schemas"]["PointsHold"][];
        };
        MyEntry: {
            /** Format: int64 */
            seq: number;
            /** @enum {string} */
            kind: "earn" | "mature" | "spend" | "hold" | "capture" | "release" | "take-back" | "give-back" | "adjust" | "expire" | "transfer";
            /**
             * Format: int64
             * @description Change of the balance.
             */
            points: number;
            /** Format: int64 */
            pendingPoints: number;
            /** Format: int64 */
            heldPoints: number;
            /** Format: int64 */
            debtPoints: number;
            /**
             * Format: int64
             * @description Below zero while the customer owes points.
             */
            balanceAfter: number;
            reason: string;
            reference: string | null;
            /**
             * Format: int64
             * @description The entry that this one takes back.
             */
            reversesSeq: number | null;
            /** Format: int64 */
            reversedPoints: number | null;
            /** Format: uuid */
            holdId: string | null;
            /** Format: date-time */
            availableAt: string | null;
            /**
             * Format: date-time
             * @description When the points end that this entry granted or gave back.
             */
            expiresAt: string | null;
            breakdown: components["schemas"]["BreakdownPart"][] | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When it was booked.
             */
            recordedAt: string;
        };
        MyEntryPage: {
            items: components["schemas"]["MyEntry"][];
            nextCursor: string | null;
        };
        MyEntryDetails: {
            entry: components["schemas"]["MyEntry"];
            movements: components["schemas"]["LotMovement"][];
            reversals: components["schemas"]["MyEntry"][];
        };
        AdjustRequest: {
            /**
             * Format: int64
             * @description Up or down, not zero.
             */
            points: number;
            /** @description Why, in words that the member may read. */
            reason: string;
            /** @description What it belongs to: an order number, a receipt. */
            reference?: string | null;
        };
        PointsAdjustment: {
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            adjustmentId: string;
            /**
             * Format: int64
             * @description Up or down.
             */
            points: number;
            reason: string;
            reference: string | null;
            /** @enum {string} */
            status: "waiting" | "approved" | "refused" | "withdrawn";
            /** @description `staff:<id>` or `api-key:<id>`. */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            note: string | null;
            /**
             * Format: int64
             * @description The entry that booked it.
             */
            entrySeq: number | null;
        };
        PointsAdjustmentPage: {
            items: components["schemas"]["PointsAdjustment"][];
            nextCursor: string | null;
        };
        AdjustmentDecision: {
            /** @description Why. */
            note?: string | null;
        };
        VerificationRequest: {
            /**
             * Format: uuid
             * @description Left out: everybody.
             */
            customerId?: string | null;
        };
        VerificationCheck: {
            name: string;
            /**
             * Format: int64
             * @description How many accounts, entries or lots it found wrong.
             */
            findings: number;
        };
        VerificationDrift: {
            check: string;
            /** Format: uuid */
            customerId: string | null;
            /**
             * Format: int64
             * @description The entry or lot at which it shows.
             */
            seq: number | null;
            expected: string | null;
            found: string | null;
        };
        PointsVerification: {
            /** Format: uuid */
            verificationId: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            /**
             * Format: uuid
             * @description null: everybody.
             */
            customerId: string | null;
            /** @description Whether all books close; null before the proof is done. */
            clean: boolean | null;
            /** @description `staff:<id>`, `api-key:<id>` or `system`. */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: int64 */
            tookMs: number | null;
            /** Format: int64 */
            accounts: number | null;
            /** Format: int64 */
            entries: number | null;
            /** @description As far as the proof has come. */
            checks: components["schemas"]["VerificationCheck"][];
            /**
             * Format: int64
             * @description Of so many checks.
             */
            checksInAll: number;
            /** @description What was found, at most a hundred of each check. */
            drift: components["schemas"]["VerificationDrift"][];
            /** @description Why the proof failed. */
            problem: string | null;
            /** @description Of the seal that a clean proof of everybody put on the books. */
            digest: string | null;
        };
        PointsVerificationPage: {
            items: components["schemas"]["PointsVerification"][];
            nextCursor: string | null;
        };
        PointsLiabilityMonth: {
            /** @example 2027-03 */
            month: string;
            /** Format: int64 */
            points: number;
            /** Format: int64 */
            expectedBreakage: number | null;
            /** Format: int64 */
            expectedRedemption: number | null;
            /** Format: int64 */
            valueCents: number | null;
        };
        PointsBreakage: {
            /**
             * Format: int64
             * @description Share that is never spent, of 10,000; null: see `reason`.
             */
            basisPoints: number | null;
            /** @enum {string|null} */
            reason: "history-too-short" | "nothing-came-due" | null;
            /**
             * Format: int64
             * @description Points that came due within the twelve months.
             */
            cameDue: number;
            /**
             * Format: int64
             * @description How many of these expired.
             */
            expired: number;
            /**
             * Format: date
             * @description First day of the twelve complete months that were looked at.
             */
            from: string;
            /**
             * Format: date
             * @description The day behind the last one.
             */
            until: string;
        };
        PointsLiability: {
            /** Format: date-time */
            computedAt: string;
            timeZone: string;
            /**
             * Format: int64
             * @description Customers who have points to spend.
             */
            customers: number;
            /**
             * Format: int64
             * @description Points that can be spent or are held: all months and what never ends.
             */
            outstanding: number;
            /**
             * Format: int64
             * @description Part of `outstanding`.
             */
            held: number;
            /**
             * Format: int64
             * @description Awards that wait; not part of `outstanding`.
             */
            pending: number;
            /**
             * Format: int64
             * @description What customers owe.
             */
            debt: number;
            /** @description By the month of the last day of points. */
            months: components["schemas"]["PointsLiabilityMonth"][];
            /** Format: int64 */
            neverExpiring: number;
            /**
             * Format: int64
             * @description Part of `months`: ends only if the customer does nothing.
             */
            endingByInactivity: number;
            breakage: components["schemas"]["PointsBreakage"];
            /** Format: int64 */
            expectedBreakage: number | null;
            /** Format: int64 */
            expectedRedemption: number | null;
            /** @description As the programme has it. */
            pointValue: components["schemas"]["PointsValue"] | null;
            /**
             * Format: int64
             * @description Of `outstanding`, as if all of it were spent.
             */
            valueCents: number | null;
        };
        ExpiryDay: {
            /**
             * Format: date
             * @description The last day on which the points can be spent.
             */
            day: string;
            /** Format: int64 */
            points: number;
            /** Format: int64 */
            customers: number;
        };
        ExpiryCalendar: {
            /** Format: date-time */
            computedAt: string;
            /** @description Days on which something ends. */
            items: components["schemas"]["ExpiryDay"][];
        };
        ExpiryDayCustomer: {
            /** Format: uuid */
            customerId: string;
            /** @description Empty when nobody knows it. */
            displayName: string;
            /** Format: int64 */
            points: number;
        };
        ExpiryDayCustomerPage: {
            items: components["schemas"]["ExpiryDayCustomer"][];
            nextCursor: string | null;
        };
        RuleCondition: {
            /** @enum {string} */
            kind: "channel" | "category" | "sku" | "min-amount" | "weekdays" | "hours" | "dates" | "birthday-month" | "attribute" | "property" | "fact";
            /** @description One of these. */
            in?: string[];
            /** @description Of an attribute, property or fact (`tier`, `segment`, `tag`). */
            name?: string;
            /**
             * Format: int64
             * @description With `min-amount`.
             */
            cents?: number;
            /** @description With `weekdays`: 1 Monday to 7 Sunday. */
            weekdays?: number[];
            /** @description With `hours` a time `HH:MM`, with `dates` a day. */
            from?: string | null;
            /** @description With `hours` exclusive, with `dates` inclusive. */
            to?: string | null;
        };
        RuleExclusions: {
            categories?: string[];
            skus?: string[];
        };
        RuleMultiplier: {
            name: string;
            /**
             * @description A decimal with up to four digits behind the point.
             * @example 1.5
             */
            factor: string;
            /** @description All must hold. */
            when?: components["schemas"]["RuleCondition"][];
            /** @description Of a group only the largest factor counts. */
            group?: string | null;
        };
        RuleCaps: {
            /** Format: int64 */
            perOrder?: number | null;
            /** Format: int64 */
            perDay?: number | null;
            /** Format: int64 */
            perMonth?: number | null;
            /**
             * Format: int64
             * @description In the life of a customer.
             */
            perCustomer?: number | null;
        };
        RuleTrigger: {
            /** @enum {string} */
            kind: "order" | "first-purchase" | "sign-in" | "birthday" | "profile-completed" | "event";
            /**
             * Format: int64
             * @description With `sign-in`: make-up cards a month; none by default.
             */
            makeUpsPerMonth?: number;
            /**
             * Format: int64
             * @description With `sign-in`: how old a day may be; 7 by default.
             */
            makeUpDays?: number;
            /** @description With `profile-completed`: `displayName`, `gender`, `birthday`, `phone`, `email`, `attributes.<key>`. */
            fields?: string[];
            /** @description With `event`: its type. */
            type?: string;
        };
        RuleBase: {
            /** @enum {string} */
            kind: "per-amount" | "fixed" | "ladder";
            /**
             * Format: int64
             * @description With `fixed` and `per-amount`.
             */
            points?: number;
            /**
             * Format: int64
             * @description With `per-amount`: `points` for each so many cents.
             */
            perCents?: number;
            /**
             * @description With `per-amount`: what was paid (by default), or the prices of the lines that count.
             * @enum {string}
             */
            of?: "total" | "lines";
            /** @description With `per-amount`: that of the house by default. */
            currency?: string;
            /** @description With `ladder`: points for each day in a row. */
            ladder?: number[];
            /**
             * @description With `ladder`: after its end; `repeat` by default.
             * @enum {string}
             */
            after?: "repeat" | "stay";
        };
        RuleView: {
            /** @description All must hold. */
            conditions?: components["schemas"]["RuleCondition"][];
            /** @description Lines that never count. */
            excluded?: components["schemas"]["RuleExclusions"];
            multipliers?: components["schemas"]["RuleMultiplier"][];
            /** @description Most points; null for no limit. */
            caps?: components["schemas"]["RuleCaps"];
            /** @description Of several rules of a group the best one counts. */
            bestOf?: string | null;
            /** @description Rules on orders: whether the multiplier of the customer’s tier counts; it does by default. */
            takesFactors?: boolean;
            name: string;
            trigger: components["schemas"]["RuleTrigger"];
            base: components["schemas"]["RuleBase"];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "draft" | "active" | "paused" | "closed";
            /** @enum {string|null} */
            closedBecause: "staff" | "budget" | null;
            /**
             * Format: int64
             * @description The newest one; which version holds depends on the time.
             */
            version: number;
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string | null;
            /** Format: int64 */
            budgetPoints: number | null;
            /**
             * Format: int64
             * @description Points given while there was a budget.
             */
            spentPoints: number;
            /**
             * Format: uuid
             * @description Who wrote the newest version.
             */
            authorId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        RulePage: {
            items: components["schemas"]["RuleView"][];
            nextCursor: string | null;
        };
        RuleCreation: {
            /** @description All must hold. */
            conditions?: components["schemas"]["RuleCondition"][];
            /** @description Lines that never count. */
            excluded?: components["schemas"]["RuleExclusions"];
            multipliers?: components["schemas"]["RuleMultiplier"][];
            /** @description Most points; null for no limit. */
            caps?: components["schemas"]["RuleCaps"];
            /** @description Of several rules of a group the best one counts. */
            bestOf?: string | null;
            /** @description Rules on orders: whether the multiplier of the customer’s tier counts; it does by default. */
            takesFactors?: boolean;
            name: string;
            trigger: components["schemas"]["RuleTrigger"];
            base: components["schemas"]["RuleBase"];
            /**
             * Format: date-time
             * @description Now by default. A past time lets what happened since then earn when it is recorded or changed.
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description Exclusive; null: without end.
             */
            validTo?: string | null;
            /**
             * Format: int64
             * @description The rule closes when it is spent.
             */
            budgetPoints?: number | null;
        };
        TrialItem: {
            sku: string;
            category?: string | null;
            /**
             * Format: int64
             * @description 1 by default.
             */
            quantity?: number;
            /** Format: int64 */
            unitPriceCents: number;
        };
        TrialOrder: {
            /** Format: int64 */
            totalCents: number;
            /** @description That of the house by default. */
            currency?: string;
            channel?: string | null;
            items?: components["schemas"]["TrialItem"][];
            /** @description Whether it is the customer’s first purchase; false by default. */
            isFirst?: boolean;
        };
        TrialEvent: {
            type: string;
            properties?: {
                [key: string]: unknown;
            };
        };
        RuleContentBody: {
            /** @description All must hold. */
            conditions?: components["schemas"]["RuleCondition"][];
            /** @description Lines that never count. */
            excluded?: components["schemas"]["RuleExclusions"];
            multipliers?: components["schemas"]["RuleMultiplier"][];
            /** @description Most points; null for no limit. */
            caps?: components["schemas"]["RuleCaps"];
            /** @description Of several rules of a group the best one counts. */
            bestOf?: string | null;
            /** @description Rules on orders: whether the multiplier of the customer’s tier counts; it does by default. */
            takesFactors?: boolean;
            name: string;
            trigger: components["schemas"]["RuleTrigger"];
            base: components["schemas"]["RuleBase"];
        };
        Trial: {
            order?: components["schemas"]["TrialOrder"];
            event?: components["schemas"]["TrialEvent"];
            /**
             * Format: int64
             * @description A sign-in that makes so many days in a row.
             */
            streak?: number;
            /** @description A birthday. */
            birthday?: boolean;
            /**
             * Format: uuid
             * @description Whose: conditions on the customer and what she has used up count then.
             */
            customerId?: string;
            /**
             * Format: date-time
             * @description When it happens; now by default.
             */
            at?: string;
            /** @description A rule that is tried along with the active ones. */
            rule?: components["schemas"]["RuleContentBody"];
            /**
             * Format: uuid
             * @description The active rule that `rule` is to replace; it is left out.
             */
            insteadOf?: string;
        };
        TrialStep: {
            /** @description `base`, `multiplier`, `cap-…`, `budget`, `better-rule`, `had-before`. */
            what: string;
            /**
             * Format: int64
             * @description What it adds or cuts; the steps sum to the points.
             */
            points: number;
            detail?: {
                [key: string]: unknown;
            };
        };
        TrialReason: {
            code: string;
            detail: {
                [key: string]: unknown;
            };
        };
        TrialVerdict: {
            /**
             * Format: uuid
             * @description Null for the rule that is tried.
             */
            ruleId: string | null;
            /** Format: int64 */
            ruleVersion: number;
            name: string;
            /** Format: int64 */
            points: number;
            steps: components["schemas"]["TrialStep"][];
            /** @description Why the rule gives nothing. */
            why: components["schemas"]["TrialReason"] | null;
        };
        TrialAnswer: {
            /** Format: int64 */
            points: number;
            /** @description The award would wait until the order is completed. */
            waits: boolean;
            /**
             * Format: date-time
             * @description Null: never, or by inactivity.
             */
            expiresAt: string | null;
            /** @description Every rule that holds at the time, the tried one last. */
            rules: components["schemas"]["TrialVerdict"][];
        };
        RuleChangeBody: {
            /** @description All must hold. */
            conditions?: components["schemas"]["RuleCondition"][];
            /** @description Lines that never count. */
            excluded?: components["schemas"]["RuleExclusions"];
            multipliers?: components["schemas"]["RuleMultiplier"][];
            /** @description Most points; null for no limit. */
            caps?: components["schemas"]["RuleCaps"];
            /** @description Of several rules of a group the best one counts. */
            bestOf?: string | null;
            /** @description Rules on orders: whether the multiplier of the customer’s tier counts; it does by default. */
            takesFactors?: boolean;
            /**
             * Format: int64
             * @description The version that was changed; refused when there is a newer one.
             */
            expectedVersion?: number;
            name?: string;
            /** @description Its kind stays. */
            trigger?: components["schemas"]["RuleTrigger"];
            base?: components["schemas"]["RuleBase"];
            /**
             * Format: date-time
             * @description Now by default. A past time lets what happened since then earn when it is recorded or changed.
             */
            validFrom?: string;
            /** Format: date-time */
            validTo?: string | null;
            /** Format: int64 */
            budgetPoints?: number | null;
        };
        RuleVersionView: {
            /** @description All must hold. */
            conditions?: components["schemas"]["RuleCondition"][];
            /** @description Lines that never count. */
            excluded?: components["schemas"]["RuleExclusions"];
            multipliers?: components["schemas"]["RuleMultiplier"][];
            /** @description Most points; null for no limit. */
            caps?: components["schemas"]["RuleCaps"];
            /** @description Of several rules of a group the best one counts. */
            bestOf?: string | null;
            /** @description Rules on orders: whether the multiplier of the customer’s tier counts; it does by default. */
            takesFactors?: boolean;
            name: string;
            trigger: components["schemas"]["RuleTrigger"];
            base: components["schemas"]["RuleBase"];
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validTo: string | null;
            /** Format: uuid */
            authorId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        RuleVersionList: {
            items: components["schemas"]["RuleVersionView"][];
        };
        SignInDay: {
            /** Format: date */
            day: string;
            /** @enum {string} */
            kind: "sign-in" | "make-up";
            /**
             * Format: int64
             * @description Days in a row up to this one.
             */
            streak: number;
            /** Format: int64 */
            points: number;
        };
        SignInLadder: {
            /** @description Points for each day in a row. */
            points: number[];
            /**
             * @description After its end.
             * @enum {string}
             */
            after: "repeat" | "stay";
        };
        MakeUpCards: {
            /** Format: int64 */
            perMonth: number;
            /**
             * Format: int64
             * @description In the current month.
             */
            used: number;
            /**
             * Format: int64
             * @description How old a day may be.
             */
            makeUpDays: number;
        };
        SignInCalendar: {
            month: string;
            /**
             * Format: date
             * @description By the programme’s calendar.
             */
            today: string;
            /**
             * Format: int64
             * @description Days in a row up to today, or to yesterday while today is open.
             */
            streak: number;
            days: components["schemas"]["SignInDay"][];
            /** @description Null while sign-ins are not rewarded. */
            ladder: components["schemas"]["SignInLadder"] | null;
            makeUps: components["schemas"]["MakeUpCards"];
        };
        SignInAnswer: {
            /** Format: date */
            day: string;
            /** @enum {string} */
            kind: "sign-in" | "make-up";
            /**
             * Format: int64
             * @description Days in a row up to this one.
             */
            streak: number;
            /** Format: int64 */
            points: number;
            /** @description False when the day was on record before. */
            isNew: boolean;
        };
        MakeUp: {
            /**
             * Format: date
             * @description The missed day.
             */
            day: string;
        };
        CatalogueReward: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /** Format: uri */
            pictureUrl: string | null;
            /** @enum {string} */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            pricePoints: number;
            /**
             * Format: int64
             * @description How many can be had now, of a coupon also by its codes, of which at most 1000 are counted; null: unlimited.
             */
            left: number | null;
            /** Format: int64 */
            limitTotal: number | null;
            /** Format: int64 */
            limitPerPeriod: number | null;
            /** @enum {string|null} */
            limitPeriod: "day" | "month" | null;
            tiers: string[];
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validTo: string | null;
            /** Format: int64 */
            marketValueCents: number | null;
            currency: string | null;
            /**
             * Format: int64
             * @description Null: unlimited.
             */
            stock: number | null;
            /** @enum {string} */
            status: "draft" | "published" | "ended";
            /** Format: int64 */
            sortOrder: number;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: int64
             * @description Units redeemed and not cancelled.
             */
            redeemed: number;
            /**
             * Format: int64
             * @description Redemptions waiting to be shipped.
             */
            toShip: number;
        };
        RewardPage: {
            items: components["schemas"]["CatalogueReward"][];
            nextCursor: string | null;
        };
        RewardCreation: {
            name: string;
            /** @description Plain text; empty by default. */
            description?: string;
            /** Format: uri */
            pictureUrl?: string | null;
            /**
             * @description A coupon hands out codes, goods are sent, a course is there at once.
             * @enum {string}
             */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            pricePoints: number;
            /**
             * Format: int64
             * @description What one is worth to the house.
             */
            marketValueCents?: number | null;
            /**
             * Format: int64
             * @description Null, the default: unlimited.
             */
            stock?: number | null;
            /**
             * Format: int64
             * @description Per customer, for ever.
             */
            limitTotal?: number | null;
            /**
             * Format: int64
             * @description Per customer and period.
             */
            limitPerPeriod?: number | null;
            /**
             * @description In the time zone of the programme.
             * @enum {string|null}
             */
            limitPeriod?: "day" | "month" | null;
            /** @description Codes of tiers; empty, the default: for everybody. */
            tiers?: string[];
            /** Format: date-time */
            validFrom?: string | null;
            /**
             * Format: date-time
             * @description The first instant at which it is over.
             */
            validTo?: string | null;
            /**
             * Format: int64
             * @description Small comes first; 0 by default.
             */
            sortOrder?: number;
        };
        CodeCountsView: {
            /** Format: int64 */
            free: number;
            /** Format: int64 */
            used: number;
            /**
             * Format: int64
             * @description Seen, and then their redemption was cancelled.
             */
            void: number;
        };
        RewardFigures: {
            /**
             * Format: int64
             * @description Units redeemed and not cancelled.
             */
            redeemed: number;
            /** Format: int64 */
            points: number;
            /**
             * Format: int64
             * @description Their market value at the time.
             */
            valueCents: number;
            /**
             * Format: int64
             * @description Redemptions waiting to be shipped.
             */
            toShip: number;
        };
        RewardDetail: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /** Format: uri */
            pictureUrl: string | null;
            /** @enum {string} */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            pricePoints: number;
            /**
             * Format: int64
             * @description How many can be had now, of a coupon also by its codes, of which at most 1000 are counted; null: unlimited.
             */
            left: number | null;
            /** Format: int64 */
            limitTotal: number | null;
            /** Format: int64 */
            limitPerPeriod: number | null;
            /** @enum {string|null} */
            limitPeriod: "day" | "month" | null;
            tiers: string[];
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validTo: string | null;
            /** Format: int64 */
            marketValueCents: number | null;
            currency: string | null;
            /**
             * Format: int64
             * @description Null: unlimited.
             */
            stock: number | null;
            /** @enum {string} */
            status: "draft" | "published" | "ended";
            /** Format: int64 */
            sortOrder: number;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of a coupon. */
            codes: components["schemas"]["CodeCountsView"] | null;
            figures: components["schemas"]["RewardFigures"];
        };
        RewardUpdate: {
            /**
             * Format: int64
             * @description The version that was changed; refused when there is a newer one.
             */
            expectedVersion: number;
            name?: string;
            description?: string;
            /** Format: uri */
            pictureUrl?: string | null;
            /**
             * @description Only of a draft without codes and redemptions.
             * @enum {string}
             */
            kind?: "coupon" | "goods" | "course";
            /** Format: int64 */
            pricePoints?: number;
            /** Format: int64 */
            marketValueCents?: number | null;
            /** Format: int64 */
            limitTotal?: number | null;
            /** Format: int64 */
            limitPerPeriod?: number | null;
            /** @enum {string|null} */
            limitPeriod?: "day" | "month" | null;
            tiers?: string[];
            /** Format: date-time */
            validFrom?: string | null;
            /** Format: date-time */
            validTo?: string | null;
            /** Format: int64 */
            sortOrder?: number;
        };
        RewardStateChange: {
            /**
             * Format: int64
             * @description Refused when there is a newer version.
             */
            expectedVersion?: number;
        };
        StockChange: {
            /**
             * Format: int64
             * @description So many more or fewer; never below zero. One of `delta`, `limitTo` and `unlimited`.
             */
            delta?: number;
            /**
             * Format: int64
             * @description Gives an unlimited stock a limit.
             */
            limitTo?: number;
            /** @description `true` takes the limit away. */
            unlimited?: boolean;
            reason: string;
        };
        CodeView: {
            /** Format: uuid */
            id: string;
            /** @description Covered; in full it is shown with the redemption. */
            code: string;
            /**
             * @description `void`: seen, and then its redemption was cancelled; never handed out again.
             * @enum {string}
             */
            state: "free" | "used" | "void";
            /** Format: uuid */
            redemptionId: string | null;
            /** Format: date-time */
            uploadedAt: string;
        };
        CodePage: {
            items: components["schemas"]["CodeView"][];
            nextCursor: string | null;
        };
        CodesAdded: {
            /** Format: int64 */
            added: number;
            /**
             * Format: int64
             * @description Repeated in the file or there already; skipped.
             */
            duplicates: number;
            /**
             * Format: int64
             * @description Codes that can be handed out now.
             */
            free: number;
        };
        AddressFields: {
            name: string;
            phone: string;
            /** @description Province, city, district. */
            region: string;
            /** @description Street, house, door. */
            detail: string;
        };
        RedemptionRequest: {
            /** Format: uuid */
            rewardId: string;
            /**
             * Format: int64
             * @description 1 by default.
             */
            quantity?: number;
            /** @description For goods, and for nothing else. */
            address?: components["schemas"]["AddressFields"];
            /**
             * Format: int64
             * @description The price of one that was shown; refused when it is another one by now.
             */
            expectedPoints?: number;
        };
        AddressView: {
            name: string;
            phone: string;
            region: string;
            detail: string;
        };
        RedemptionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            rewardId: string;
            /** @description As it was then, like the price. */
            rewardName: string;
            /** @enum {string} */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            quantity: number;
            /**
             * Format: int64
             * @description What all of it cost.
             */
            points: number;
            /** @enum {string} */
            state: "requested" | "shipped" | "completed" | "cancelled";
            /** @description Covered in lists and for who may not see it. */
            address: components["schemas"]["AddressView"] | null;
            /** @description Covered in lists, for who may not see them and once the redemption is cancelled. */
            codes: string[] | null;
            carrier: string | null;
            trackingNo: string | null;
            cancelReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            shippedAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            /** Format: uuid */
            customerId: string;
            /**
             * Format: int64
             * @description Market value of one at the time.
             */
            unitValueCents: number | null;
            currency: string | null;
            /**
             * Format: int64
             * @description Entry of the ledger that paid for it.
             */
            spendSeq: number;
            /**
             * Format: int64
             * @description Entry of the ledger that gave the points back.
             */
            giveBackSeq: number | null;
            /** @description Who asked for it: `member:<id>`, `staff:<id>`, `api-key:<id>`. */
            actor: string;
            /** @description Whether address and codes are covered. */
            masked: boolean;
        };
        ListedRedemption: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            rewardId: string;
            /** @description As it was then, like the price. */
            rewardName: string;
            /** @enum {string} */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            quantity: number;
            /**
             * Format: int64
             * @description What all of it cost.
             */
            points: number;
            /** @enum {string} */
            state: "requested" | "shipped" | "completed" | "cancelled";
            /** @description Covered in lists and for who may not see it. */
            address: components["schemas"]["AddressView"] | null;
            /** @description Covered in lists, for who may not see them and once the redemption is cancelled. */
            codes: string[] | null;
            carrier: string | null;
            trackingNo: string | null;
            cancelReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            shippedAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            /** Format: uuid */
            customerId: string;
            /**
             * Format: int64
             * @description Market value of one at the time.
             */
            unitValueCents: number | null;
            currency: string | null;
            /**
             * Format: int64
             * @description Entry of the ledger that paid for it.
             */
            spendSeq: number;
            /**
             * Format: int64
             * @description Entry of the ledger that gave the points back.
             */
            giveBackSeq: number | null;
            /** @description Who asked for it: `member:<id>`, `staff:<id>`, `api-key:<id>`. */
            actor: string;
            /** @description Whether address and codes are covered. */
            masked: boolean;
            /** @description Empty when nobody knows it. */
            customerName: string;
        };
        RedemptionPage: {
            items: components["schemas"]["ListedRedemption"][];
            nextCursor: string | null;
        };
        Shipment: {
            /** @description Who carries the parcel. */
            carrier: string;
            trackingNo: string;
        };
        Cancellation: {
            reason: string;
            /** @description Whether it goes back into the stock; by default unless a parcel has left. */
            restock?: boolean;
        };
        ObstacleView: {
            /** @enum {string} */
            reason: "not-yet" | "over" | "not-published" | "tier" | "limit-reached" | "sold-out" | "too-few-points";
            /**
             * Format: date-time
             * @description With `not-yet`.
             */
            from?: string;
            /** @description With `tier`: whom it is for. */
            tiers?: string[];
            /**
             * Format: int64
             * @description With `limit-reached`.
             */
            limit?: number;
            /**
             * @description With `limit-reached`; null: for ever.
             * @enum {string|null}
             */
            period?: "day" | "month" | null;
            /**
             * Format: int64
             * @description With `too-few-points`.
             */
            missing?: number;
        };
        MemberReward: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /** Format: uri */
            pictureUrl: string | null;
            /** @enum {string} */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            pricePoints: number;
            /**
             * Format: int64
             * @description How many can be had now, of a coupon also by its codes, of which at most 1000 are counted; null: unlimited.
             */
            left: number | null;
            /** Format: int64 */
            limitTotal: number | null;
            /** Format: int64 */
            limitPerPeriod: number | null;
            /** @enum {string|null} */
            limitPeriod: "day" | "month" | null;
            tiers: string[];
            /** Format: date-time */
            validFrom: string | null;
            /** Format: date-time */
            validTo: string | null;
            redeemable: boolean;
            /** @description All that stands in the way of one; empty when redeemable. */
            obstacles: components["schemas"]["ObstacleView"][];
        };
        MemberRewardPage: {
            items: components["schemas"]["MemberReward"][];
            nextCursor: string | null;
            /**
             * Format: int64
             * @description Points that the member can spend.
             */
            spendable: number;
        };
        MemberRedemption: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            rewardId: string;
            /** @description As it was then, like the price. */
            rewardName: string;
            /** @enum {string} */
            kind: "coupon" | "goods" | "course";
            /** Format: int64 */
            quantity: number;
            /**
             * Format: int64
             * @description What all of it cost.
             */
            points: number;
            /** @enum {string} */
            state: "requested" | "shipped" | "completed" | "cancelled";
            /** @description Covered in lists and for who may not see it. */
            address: components["schemas"]["AddressView"] | null;
            /** @description Covered in lists, for who may not see them and once the redemption is cancelled. */
            codes: string[] | null;
            carrier: string | null;
            trackingNo: string | null;
            cancelReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            shippedAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
        };
        MemberRedemptionPage: {
            items: components["schemas"]["MemberRedemption"][];
            nextCursor: string | null;
        };
        OwnCancellation: {
            reason?: string;
        };
        LadderVersionRef: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            effectiveFrom: string;
        };
        LadderSummary: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: int64
             * @description Of the draft; to be sent back with a change.
             */
            revision: number;
            /**
             * Format: uuid
             * @description Who changed the draft last.
             */
            authorId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            archivedAt: string | null;
            /** @description At most one ladder has a version in force. */
            inForce: components["schemas"]["LadderVersionRef"] | null;
            /** @description Versions whose time has not come, soonest first. */
            scheduled: components["schemas"]["LadderVersionRef"][];
            /**
             * Format: int64
             * @description The newest version, whatever became of it.
             */
            latestVersion: number | null;
            /** @description Whether the draft differs from the newest version that was not withdrawn. */
            hasChanges: boolean;
        };
        LadderPage: {
            items: components["schemas"]["LadderSummary"][];
            nextCursor: string | null;
        };
        LadderWindow: {
            /** @enum {string} */
            kind: "lifetime" | "rolling" | "calendar-year" | "membership-year";
            /**
             * Format: int64
             * @description With `rolling`.
             */
            months?: number;
        };
        LadderCriterion: {
            /** @enum {string} */
            measure: "growth" | "spend" | "orders" | "months";
            window: components["schemas"]["LadderWindow"];
            /**
             * Format: int64
             * @description Of `spend` in cents.
             */
            atLeast: number;
        };
        LadderThreshold: {
            /** @enum {string} */
            match: "all" | "any";
            criteria: components["schemas"]["LadderCriterion"][];
        };
        BenefitQuota: {
            /** Format: int64 */
            times: number;
            /**
             * @description `tier`: for as long as the tier is held this time.
             * @enum {string}
             */
            per: "month" | "year" | "tier" | "ever";
        };
        LadderBenefit: {
            /** @description Stays when the name changes; unique within the tier. */
            key: string;
            /** @enum {string} */
            kind: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
            name: string;
            /** @description What members read of it. */
            description: string;
            /** @enum {string} */
            when: "entry" | "birthday" | "standing";
            /**
             * Format: int64
             * @description Of a `points-gift`.
             */
            points: number | null;
            /**
             * @description Of a `points-multiplier`: a decimal above 1 with up to four decimals.
             * @example 1.5
             */
            factor: string | null;
            /** @description Of what stands to be used; null: without limit. */
            quota: components["schemas"]["BenefitQuota"] | null;
            /**
             * Format: int64
             * @description What one of it costs the house; for simulations.
             */
            costCents: number | null;
            /**
             * Format: int64
             * @description How many of a hundred members use it up in a year.
             */
            usePercent: number;
        };
        LadderTier: {
            /**
             * @description Stays when the name changes.
             * @example silver
             */
            key: string;
            name: string;
            /** @description A name of the console’s set of icons. */
            icon: string;
            /** @example #a0b1c2 */
            colour: string;
            /** @description Null for the lowest tier, and for it alone. */
            enter: components["schemas"]["LadderThreshold"] | null;
            /** @description Null: that of entering. */
            keep: components["schemas"]["LadderThreshold"] | null;
            benefits: components["schemas"]["LadderBenefit"][];
            /** @description Tiers of earlier versions whose members are to be found here. */
            replaces: string[];
        };
        LadderRises: {
            /** @enum {string} */
            at: "once" | "period-end";
            /**
             * @description With `period-end`.
             * @enum {string}
             */
            period?: "month" | "quarter" | "year";
        };
        LadderValidity: {
            /** @enum {string} */
            kind: "unlimited" | "months" | "calendar-year" | "membership-year";
            /**
             * Format: int64
             * @description With `months`.
             */
            months?: number;
            /**
             * Format: int64
             * @description With years: so many beyond the running one; 0 by default.
             */
            more?: number;
        };
        LadderGifts: {
            /** @description Whether tiers that were skipped in one rise pay their entry gifts. */
            skipped: boolean;
            /**
             * @description How often a tier pays its entry gifts to one customer.
             * @enum {string}
             */
            once: "ever" | "year";
            /** @description Whether the first placement of the whole base pays entry gifts. */
            placement: boolean;
        };
        LadderStart: {
            /** @enum {string} */
            kind: "keep" | "re-evaluate";
            /**
             * Format: date
             * @description With `re-evaluate`: until this day nobody falls because of the new rules.
             */
            grandfatherUntil?: string | null;
        };
        LadderTermsBody: {
            /** @description Lowest first. */
            tiers: components["schemas"]["LadderTier"][];
            /**
             * @description Spend counts in this currency alone.
             * @example CNY
             */
            currency: string;
            rises: components["schemas"]["LadderRises"];
            validity: components["schemas"]["LadderValidity"];
            /** @enum {string} */
            atEnd: "keep" | "one-down" | "re-evaluate";
            /** Format: int64 */
            graceDays: number;
            /** @description Days before the end; falling. */
            warningDays: number[];
            /** @enum {string} */
            refunds: "undo" | "stay";
            gifts: components["schemas"]["LadderGifts"];
            atStart: components["schemas"]["LadderStart"];
        };
        LadderCopy: {
            /** Format: uuid */
            ladderId: string;
            /**
             * Format: int64
             * @description A published version; the draft by default.
             */
            version?: number;
        };
        LadderCreation: {
            name: string;
            /** @description Key of a template. */
            template?: string;
            terms?: components["schemas"]["LadderTermsBody"];
            copyOf?: components["schemas"]["LadderCopy"];
        };
        LadderView: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: int64
             * @description Of the draft; to be sent back with a change.
             */
            revision: number;
            /**
             * Format: uuid
             * @description Who changed the draft last.
             */
            authorId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            archivedAt: string | null;
            /** @description At most one ladder has a version in force. */
            inForce: components["schemas"]["LadderVersionRef"] | null;
            /** @description Versions whose time has not come, soonest first. */
            scheduled: components["schemas"]["LadderVersionRef"][];
            /**
             * Format: int64
             * @description The newest version, whatever became of it.
             */
            latestVersion: number | null;
            /** @description Whether the draft differs from the newest version that was not withdrawn. */
            hasChanges: boolean;
            /** @description The draft. */
            terms: components["schemas"]["LadderTermsBody"];
        };
        LadderTemplateView: {
            key: string;
            name: string;
            description: string;
            terms: components["schemas"]["LadderTermsBody"];
        };
        LadderTemplateList: {
            items: components["schemas"]["LadderTemplateView"][];
        };
        LadderCheck: {
            /** @description Terms as of a ladder; faults are answered, not refused. */
            terms: {
                [key: string]: unknown;
            };
        };
        LadderFault: {
            /** @description A JSON pointer, `/terms/tiers/1/enter`. */
            pointer: string;
            message: string;
        };
        LadderFinding: {
            /** @enum {string} */
            code: "threshold-not-rising" | "tier-skipped" | "months-beyond-window" | "criterion-idle" | "spend-tiny" | "window-shorter-than-period" | "growth-without-rules" | "keep-above-enter" | "falls-in-vain" | "never-falls" | "keep-equals-enter" | "keep-below-lower-enter" | "keep-unused" | "keep-window-longer" | "keep-window-shorter" | "keep-window-cut" | "validity-may-be-days" | "no-grace" | "grace-unused" | "no-warnings" | "warning-too-early" | "single-tier" | "same-name" | "same-colour" | "multiplier-falls" | "gift-falls" | "benefit-lost" | "no-benefits" | "cost-unknown" | "tier-abandoned" | "replaced-by-lowest" | "replaces-unknown" | "order-turned" | "currency-changed" | "grandfather-past" | "falls-at-start";
            /**
             * @description With an `error` the ladder is not published.
             * @enum {string}
             */
            severity: "error" | "warning" | "hint";
            tierKey: string | null;
            /** @description A JSON pointer, `/terms/tiers/1/enter`. */
            pointer: string;
            /** @description Numbers, keys and days for the sentence. */
            detail: {
                [key: string]: unknown;
            };
        };
        LadderCheckAnswer: {
            errors: components["schemas"]["LadderFault"][];
            /** @description Gravest first; none while there are errors. */
            findings: components["schemas"]["LadderFinding"][];
        };
        LadderChange: {
            name: string;
            terms: components["schemas"]["LadderTermsBody"];
            /**
             * Format: int64
             * @description The draft that was changed; refused when there is a newer one.
             */
            revision: number;
        };
        LadderVersionSummary: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            effectiveFrom: string;
            /** @enum {string} */
            state: "in-force" | "scheduled" | "past" | "withdrawn";
            ladderName: string;
            /** Format: date-time */
            publishedAt: string;
            /** Format: uuid */
            authorId: string | null;
            note: string | null;
            /** Format: uuid */
            simulationId: string | null;
            /**
             * Format: int64
             * @description The version whose terms it brought back.
             */
            restoresVersion: number | null;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        LadderVersionList: {
            /** @description Newest first. */
            items: components["schemas"]["LadderVersionSummary"][];
        };
        LadderVersionView: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            effectiveFrom: string;
            /** @enum {string} */
            state: "in-force" | "scheduled" | "past" | "withdrawn";
            ladderName: string;
            /** Format: date-time */
            publishedAt: string;
            /** Format: uuid */
            authorId: string | null;
            note: string | null;
            /** Format: uuid */
            simulationId: string | null;
            /**
             * Format: int64
             * @description The version whose terms it brought back.
             */
            restoresVersion: number | null;
            /** Format: date-time */
            withdrawnAt: string | null;
            terms: components["schemas"]["LadderTermsBody"];
        };
        LadderPublication: {
            /**
             * Format: int64
             * @description The draft that was looked at; refused when there is a newer one.
             */
            revision: number;
            /**
             * @description A day, or a time with its zone; now by default. Only the first version of all may begin in the past.
             * @example 2027-01-01
             */
            effectiveFrom?: string;
            note?: string | null;
            /**
             * Format: uuid
             * @description The simulation of these terms that was looked at.
             */
            simulationId?: string | null;
        };
        LadderRollback: {
            /**
             * Format: int64
             * @description Whose terms come back.
             */
            version: number;
            /** @description A day, or a time with its zone; now by default. */
            effectiveFrom?: string;
            note?: string | null;
        };
        LadderInForce: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            effectiveFrom: string;
        };
        TierPopulation: {
            /**
             * @description Stays when the name changes.
             * @example silver
             */
            key: string;
            name: string;
            /** @description A name of the console’s set of icons. */
            icon: string;
            /** @example #a0b1c2 */
            colour: string;
            /** @description Null for the lowest tier, and for it alone. */
            enter: components["schemas"]["LadderThreshold"] | null;
            /** @description Null: that of entering. */
            keep: components["schemas"]["LadderThreshold"] | null;
            benefits: components["schemas"]["LadderBenefit"][];
            /** @description Tiers of earlier versions whose members are to be found here. */
            replaces: string[];
            /**
             * Format: int64
             * @description 0 for the lowest tier.
             */
            rank: number;
            /**
             * Format: int64
             * @description Customers who stand in it now; those with a lock by the tier of the lock.
             */
            customers: number;
        };
        TierPopulations: {
            /** @description Null before the first ladder is in force. */
            ladder: components["schemas"]["LadderInForce"] | null;
            /** @description Lowest first. */
            tiers: components["schemas"]["TierPopulation"][];
            /** Format: int64 */
            totalCustomers: number;
            /** Format: date-time */
            computedAt: string;
        };
        TierRun: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @enum {string} */
            cause: "nightly" | "version" | "staff" | "values" | "replay";
            /** Format: uuid */
            ladderId: string;
            /** Format: int64 */
            version: number;
            /**
             * Format: date-time
             * @description The moment it is about, however long it takes.
             */
            asOf: string;
            /** @description The very first one: customers are placed where they stand. */
            isPlacement: boolean;
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
            /** @description Why it failed. */
            message: string | null;
            /** Format: int64 */
            doneCustomers: number;
            /** Format: int64 */
            totalCustomers: number | null;
            /** @description How many moves of each kind were made: `{ "rose": 12, "kept": 480 }`. */
            moves: {
                [key: string]: unknown;
            };
        };
        TierRunPage: {
            items: components["schemas"]["TierRun"][];
            nextCursor: string | null;
        };
        BenefitTier: {
            key: string;
            name: string;
        };
        QuotaLeft: {
            /** Format: int64 */
            times: number;
            /**
             * @description `tier`: for as long as she holds the tier this time.
             * @enum {string}
             */
            per: "month" | "year" | "tier" | "ever";
            /** Format: int64 */
            left: number;
            /**
             * Format: date
             * @description From when all of it is there again; null: not by a day.
             */
            renewsOn: string | null;
        };
        HeldBenefit: {
            key: string;
            /** @enum {string} */
            kind: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
            name: string;
            description: string;
            /** @enum {string} */
            when: "entry" | "birthday" | "standing";
            /**
             * Format: int64
             * @description Of a gift of points.
             */
            points: number | null;
            /** @description Of a multiplier: a decimal like 1.5. */
            factor: string | null;
            /**
             * Format: int64
             * @description How often she used it within the period of its quota, or ever.
             */
            used: number;
            /** @description Null: without limit. */
            quota: components["schemas"]["QuotaLeft"] | null;
        };
        BenefitIssue: {
            /** Format: uuid */
            id: string;
            benefitKey: string;
            /** @enum {string} */
            kind: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
            /** @description As it was then. */
            name: string;
            description: string;
            /** Format: int64 */
            points: number | null;
            tierKey: string;
            /** @enum {string} */
            status: "issued" | "delivered" | "void";
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            settledAt: string | null;
            /** Format: uuid */
            customerId: string;
            /** @description For what: `entry:gold`, `entry:gold:2026`, `birthday:2026`. */
            issueKey: string;
            /** @description Who handed it over, or made it void. */
            settledBy: string | null;
            /** @description Of points: the number of the entry. */
            reference: string | null;
            note: string | null;
        };
        BenefitUse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            customerId: string;
            benefitKey: string;
            /** @description As it was then. */
            name: string;
            tierKey: string;
            /** Format: date-time */
            usedAt: string;
            usedBy: string;
            reference: string | null;
            note: string | null;
            /** Format: date-time */
            undoneAt: string | null;
            undoneBy: string | null;
        };
        CustomerBenefits: {
            /** @description Null before there is a ladder. */
            tier: components["schemas"]["BenefitTier"] | null;
            benefits: components["schemas"]["HeldBenefit"][];
            /** @description The latest gifts, newest first. */
            issues: components["schemas"]["BenefitIssue"][];
            /** @description The latest uses, newest first, undone ones included. */
            uses: components["schemas"]["BenefitUse"][];
        };
        BenefitUseRequest: {
            /** @description What it belongs to: a parcel, a booking. */
            reference?: string | null;
            note?: string | null;
        };
        ListedBenefitIssue: {
            /** Format: uuid */
            id: string;
            benefitKey: string;
            /** @enum {string} */
            kind: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
            /** @description As it was then. */
            name: string;
            description: string;
            /** Format: int64 */
            points: number | null;
            tierKey: string;
            /** @enum {string} */
            status: "issued" | "delivered" | "void";
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            settledAt: string | null;
            /** Format: uuid */
            customerId: string;
            /** @description For what: `entry:gold`, `entry:gold:2026`, `birthday:2026`. */
            issueKey: string;
            /** @description Who handed it over, or made it void. */
            settledBy: string | null;
            /** @description Of points: the number of the entry. */
            reference: string | null;
            note: string | null;
            /** @description Empty when nobody knows it. */
            customerName: string;
        };
        BenefitIssuePage: {
            /** @description Newest first. */
            items: components["schemas"]["ListedBenefitIssue"][];
            nextCursor: string | null;
        };
        BenefitHandover: {
            /** @description What was given: number of a parcel, code. */
            reference?: string | null;
            note?: string | null;
        };
        BenefitVoiding: {
            /** @description Why. */
            note?: string | null;
        };
        BenefitGift: {
            /** Format: uuid */
            id: string;
            benefitKey: string;
            /** @enum {string} */
            kind: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
            /** @description As it was then. */
            name: string;
            description: string;
            /** Format: int64 */
            points: number | null;
            tierKey: string;
            /** @enum {string} */
            status: "issued" | "delivered" | "void";
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            settledAt: string | null;
        };
        MyBenefits: {
            /** @description Null before there is a ladder. */
            tier: components["schemas"]["BenefitTier"] | null;
            benefits: components["schemas"]["HeldBenefit"][];
            /** @description The latest gifts, newest first; none that is void. */
            gifts: components["schemas"]["BenefitGift"][];
        };
        ValueBehaviour: {
            /** @enum {string} */
            kind: "order" | "event" | "sign-in" | "profile-completed" | "referral";
            /**
             * Format: int64
             * @description With `order`: `value` is for so many cents; 100 by default.
             */
            perCents?: number;
            /** @description With `order`; that of the house by default. */
            currency?: string;
            /** @description With `event`: its type. */
            type?: string;
            /** @description With `profile-completed`: displayName, gender, birthday, phone, email or attributes.<key>. */
            fields?: string[];
        };
        ValueWeight: {
            /** @description Of the order; of an event `properties.channel`, else its source. */
            channel: string;
            /**
             * @description A decimal from 0 to 1000 with up to four digits behind the point.
             * @example 0.8
             */
            factor: string;
        };
        ValueRuleCaps: {
            /** Format: int64 */
            perDay?: number | null;
            /** Format: int64 */
            perMonth?: number | null;
            /** Format: int64 */
            perCustomer?: number | null;
        };
        ValueRuleBody: {
            /**
             * @description Stays when the name changes.
             * @example purchase
             */
            key: string;
            name: string;
            /** @description True by default. */
            isActive?: boolean;
            on: components["schemas"]["ValueBehaviour"];
            /**
             * Format: int64
             * @description Not 0; below 0 in the value score only.
             */
            value: number;
            weights?: components["schemas"]["ValueWeight"][];
            /** @description Most that the rule gives one customer. */
            caps?: components["schemas"]["ValueRuleCaps"];
        };
        ValueRulesView: {
            /** @enum {string} */
            ledger: "growth" | "value-score";
            /**
             * Format: int64
             * @description 0: nobody wrote rules yet.
             */
            version: number;
            rules: components["schemas"]["ValueRuleBody"][];
            /** Format: date-time */
            validFrom: string;
            /** Format: uuid */
            authorId: string | null;
            note: string | null;
            /** Format: date-time */
            createdAt: string | null;
        };
        ValueRulesChange: {
            rules: components["schemas"]["ValueRuleBody"][];
            /**
             * Format: date-time
             * @description Now by default; may be past only where history counts.
             */
            validFrom?: string;
            /** @description Whether what happened before counts, too: from `validFrom`, or from the beginning. Settles the ledger. */
            fromHistory?: boolean;
            note?: string | null;
            /**
             * Format: int64
             * @description The version that was changed; refused when there is a newer one.
             */
            expectedVersion?: number;
        };
        ValueRulesPage: {
            items: components["schemas"]["ValueRulesView"][];
            nextCursor: string | null;
        };
        ValueRulesTemplate: {
            rules: components["schemas"]["ValueRuleBody"][];
        };
        ValueTrialOrder: {
            /**
             * Format: int64
             * @description What stayed of the money; below 0 for a credit note.
             */
            netCents: number;
            /** @description That of the house by default. */
            currency?: string;
            channel?: string | null;
        };
        ValueTrialEvent: {
            type: string;
            source?: string;
            properties?: {
                [key: string]: unknown;
            };
        };
        ValueTrial: {
            order?: components["schemas"]["ValueTrialOrder"];
            event?: components["schemas"]["ValueTrialEvent"];
            /**
             * Format: date-time
             * @description When it happens; now by default.
             */
            at?: string;
            /** @description Instead of the rules in force. */
            rules?: components["schemas"]["ValueRuleBody"][];
        };
        TriedValueRule: {
            ruleKey: string;
            name: string;
            /**
             * Format: int64
             * @description 0: a rule that was sent along.
             */
            version: number;
            /** Format: int64 */
            amount: number;
            /** @description What its channel counts. */
            weight: number;
            /** @enum {string} */
            reason: "counts" | "capped" | "too-little" | "inactive" | "other" | "other-currency";
        };
        ValueTrialAnswer: {
            /** Format: int64 */
            amount: number;
            rules: components["schemas"]["TriedValueRule"][];
        };
        ValueMonth: {
            /** @example 2026-11 */
            month: string;
            /** Format: int64 */
            amount: number;
        };
        CustomerValue: {
            /** Format: int64 */
            balance: number;
            /** Format: date-time */
            changedAt: string | null;
            /** @description The last twelve months, oldest first. */
            months: components["schemas"]["ValueMonth"][];
        };
        CustomerValues: {
            growth: components["schemas"]["CustomerValue"];
            valueScore: components["schemas"]["CustomerValue"];
        };
        ValueEntryView: {
            key: string;
            /** Format: int64 */
            seq: number;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            balanceAfter: number;
            /**
             * Format: date-time
             * @description When it belongs to.
             */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @enum {string} */
            source: "orders" | "events" | "sign-in" | "profile" | "staff" | "import";
            /**
             * Format: uuid
             * @description The order or event that it is for.
             */
            subjectId: string | null;
            ruleKey: string | null;
            /** Format: int64 */
            ruleVersion: number | null;
            /** @description The entry that it reverses. */
            reversesKey: string | null;
            reason: string;
            /** @description How it was computed. */
            breakdown: {
                [key: string]: unknown;
            } | null;
            actor: string;
        };
        ValueEntryPage: {
            items: components["schemas"]["ValueEntryView"][];
            nextCursor: string | null;
        };
        ValueEntryRequest: {
            /**
             * Format: int64
             * @description Not 0.
             */
            amount: number;
            reason: string;
            /**
             * Format: date-time
             * @description When it belongs to; now by default.
             */
            occurredAt?: string;
        };
        ValueReversalRequest: {
            /**
             * Format: int64
             * @description How much of it; all that is left by default.
             */
            amount?: number;
            reason: string;
        };
        MyGrowthEntry: {
            /** Format: int64 */
            seq: number;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            balanceAfter: number;
            /**
             * Format: date-time
             * @description When it belongs to.
             */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @enum {string} */
            source: "orders" | "events" | "sign-in" | "profile" | "staff" | "import";
            /**
             * Format: uuid
             * @description The order or event that it is for.
             */
            subjectId: string | null;
            ruleKey: string | null;
            reason: string;
        };
        MyGrowthPage: {
            items: components["schemas"]["MyGrowthEntry"][];
            nextCursor: string | null;
        };
        ValueProofRequest: {
            /** @enum {string} */
            ledger: "growth" | "value-score";
            /**
             * Format: int64
             * @description How many customers; 20000 by default.
             */
            customers?: number;
            /** @description `nextCursor` of the part before. */
            cursor?: string;
        };
        ValueDriftView: {
            /** @enum {string} */
            check: "balance" | "sequence" | "running-balance" | "overcounted";
            /** Format: uuid */
            customerId: string;
            where: string | null;
            expected: string;
            found: string;
        };
        ValueProof: {
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            entries: number;
            /** @description What is wrong; empty when the books close. */
            drift: components["schemas"]["ValueDriftView"][];
            /** @description Null when everybody was looked at. */
            nextCursor: string | null;
        };
        ValueSettlement: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            ledger: "growth" | "value-score";
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            message: string | null;
            /** Format: int64 */
            doneCustomers: number;
            /** Format: int64 */
            bookedEntries: number;
            /**
             * Format: int64
             * @description Their sum.
             */
            bookedAmount: number;
        };
        NamedLadderVersion: {
            /** Format: uuid */
            ladderId: string;
            name: string;
            /** Format: int64 */
            version: number;
        };
        ShownTier: {
            key: string;
            name: string;
            icon: string;
            /** @example #a0b1c2 */
            colour: string;
            /**
             * Format: int64
             * @description 0 is the lowest.
             */
            rank: number;
        };
        TierCover: {
            tier: components["schemas"]["ShownTier"];
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
            /** @description Whether what she does may lift her above it. */
            mayRise: boolean;
            /** @description What the rules say, and what counts when it is over. */
            underneath: components["schemas"]["ShownTier"];
        };
        FigureWindow: {
            /** @enum {string} */
            kind: "lifetime" | "rolling" | "calendar-year" | "membership-year";
            /**
             * Format: int64
             * @description Of `rolling`.
             */
            months?: number;
        };
        TierCriterion: {
            /** @example spend_rolling_12 */
            figure: string;
            /** @enum {string} */
            measure: "growth" | "spend" | "orders" | "months";
            window: components["schemas"]["FigureWindow"];
            /**
             * Format: int64
             * @description Spend in cents of the ladder’s currency.
             */
            atLeast: number;
            /** Format: int64 */
            has: number;
            /** Format: int64 */
            missing: number;
            /** @description How much of it is done. */
            share: number;
            met: boolean;
            /**
             * Format: date
             * @description Last day of the year that is counted; null where the window goes along.
             */
            until: string | null;
        };
        TierAim: {
            tier: components["schemas"]["ShownTier"];
            /**
             * @description Whether all criteria are wanted, or any.
             * @enum {string}
             */
            match: "all" | "any";
            met: boolean;
            criteria: components["schemas"]["TierCriterion"][];
            /**
             * Format: date
             * @description The day on which it is decided; null: as soon as it is reached.
             */
            decidedOn: string | null;
        };
        TierKeeping: {
            tier: components["schemas"]["ShownTier"];
            /**
             * @description Whether all criteria are wanted, or any.
             * @enum {string}
             */
            match: "all" | "any";
            met: boolean;
            criteria: components["schemas"]["TierCriterion"][];
            /**
             * Format: date
             * @description The day on which it is decided; null: as soon as it is reached.
             */
            decidedOn: string | null;
            /**
             * Format: date
             * @description Last day on which what she does counts for it: of validity, or of grace.
             */
            by: string;
        };
        TierOtherwise: {
            /** @enum {string} */
            how: "keep" | "one-down" | "re-evaluate";
            tier: components["schemas"]["ShownTier"];
            /** Format: date */
            from: string;
        };
        TierLeaving: {
            /** @example spend_rolling_12 */
            figure: string;
            /** @enum {string} */
            measure: "growth" | "spend" | "orders" | "months";
            window: components["schemas"]["FigureWindow"];
            /**
             * Format: int64
             * @description What stops counting; below zero where a return is forgotten.
             */
            amount: number;
            /**
             * Format: int64
             * @description What is left, if she does nothing until then.
             */
            hasAfter: number;
        };
        TierLeavingDay: {
            /**
             * Format: date
             * @description The first day on which it no longer counts.
             */
            day: string;
            leaving: components["schemas"]["TierLeaving"][];
            /** @description Tiers whose threshold is no longer met from then on: of her own and those below, that of keeping. */
            noLongerMet: string[];
        };
        TierUndoRisk: {
            /**
             * Format: date
             * @description Last day on which refunds may undo the rise; null: without end.
             */
            until: string | null;
            /** @description The tier she rose from. */
            to: components["schemas"]["ShownTier"];
            /** @enum {string} */
            match: "all" | "any";
            criteria: components["schemas"]["TierCriterion"][];
            /**
             * Format: int64
             * @description Refunds of more than that undo it; null where money does not decide alone.
             */
            spareCents: number | null;
        };
        NamedTier: {
            key: string;
            name: string;
        };
        DecidingFigure: {
            /** @example spend_rolling_12 */
            figure: string;
            /** @enum {string} */
            measure: "growth" | "spend" | "orders" | "months";
            window: components["schemas"]["FigureWindow"];
            /**
             * Format: int64
             * @description Spend in cents.
             */
            value: number;
        };
        CustomerTierMove: {
            /** Format: int64 */
            moveNo: number;
            /** @enum {string} */
            kind: "placed" | "rose" | "kept" | "grace" | "fell" | "undone" | "restated" | "imported" | "locked" | "unlocked" | "lock-ended" | "merged";
            /**
             * Format: date-time
             * @description From when it counts.
             */
            at: string;
            from: components["schemas"]["NamedTier"] | null;
            to: components["schemas"]["NamedTier"];
            /**
             * Format: date
             * @description Last day of validity from then on; null: without end.
             */
            validUntil: string | null;
            /**
             * Format: date
             * @description The day that windows were laid around.
             */
            figuresAsOf: string | null;
            /** @description Null where no figure decided. */
            figures: components["schemas"]["DecidingFigure"][] | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            recordedAt: string;
            /** @description What the rules said before, also under a lock. */
            underneathFrom: components["schemas"]["NamedTier"] | null;
            /** @description What the rules say from then on. */
            underneathTo: components["schemas"]["NamedTier"];
            ladder: components["schemas"]["NamedLadderVersion"];
            reason: string | null;
            /** @description `staff:<id>`, `api-key:<id>` or `system`. */
            actor: string;
        };
        CustomerTier: {
            /** Format: uuid */
            customerId: string;
            ladder: components["schemas"]["NamedLadderVersion"] | null;
            /** @description What spend is counted in. */
            currency: string | null;
            tier: components["schemas"]["ShownTier"] | null;
            /** @description Nothing is above it. */
            isTop: boolean;
            /**
             * Format: date-time
             * @description Null for who never left the lowest tier.
             */
            since: string | null;
            /**
             * Format: date
             * @description Last day; null: without end.
             */
            validUntil: string | null;
            /** Format: date */
            graceUntil: string | null;
            inGrace: boolean;
            lock: components["schemas"]["TierCover"] | null;
            next: components["schemas"]["TierAim"] | null;
            /** @description All higher tiers, the next one first. */
            above: components["schemas"]["TierAim"][];
            /** @description What keeps the tier that the rules gave her. */
            keep: components["schemas"]["TierKeeping"] | null;
            /** @description What follows if nothing keeps it. */
            ifNot: components["schemas"]["TierOtherwise"] | null;
            /** @description What stops counting when, within 12 months. */
            leaving: components["schemas"]["TierLeavingDay"][];
            /** @description A rise that refunds may still undo. */
            undo: components["schemas"]["TierUndoRisk"] | null;
            /** Format: date-time */
            computedAt: string;
            /** @description What happened last. */
            why: components["schemas"]["CustomerTierMove"] | null;
        };
        CustomerTierMovePage: {
            items: components["schemas"]["CustomerTierMove"][];
            nextCursor: string | null;
        };
        TierCount: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            customers: number;
        };
        TierSeries: {
            key: string;
            name: string;
            /** @description Null for a tier that is no longer in force. */
            colour: string | null;
            /** Format: int64 */
            rank: number;
            /**
             * Format: int64
             * @description Now; null for a tier that is no longer in force.
             */
            customers: number | null;
            days: components["schemas"]["TierCount"][];
        };
        TierDistribution: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description The lowest first. */
            tiers: components["schemas"]["TierSeries"][];
            /**
             * Format: date-time
             * @description When the present numbers were counted.
             */
            computedAt: string;
        };
        MyTierMove: {
            /** Format: int64 */
            moveNo: number;
            /** @enum {string} */
            kind: "placed" | "rose" | "kept" | "grace" | "fell" | "undone" | "restated" | "imported" | "locked" | "unlocked" | "lock-ended" | "merged";
            /**
             * Format: date-time
             * @description From when it counts.
             */
            at: string;
            from: components["schemas"]["NamedTier"] | null;
            to: components["schemas"]["NamedTier"];
            /**
             * Format: date
             * @description Last day of validity from then on; null: without end.
             */
            validUntil: string | null;
            /**
             * Format: date
             * @description The day that windows were laid around.
             */
            figuresAsOf: string | null;
            /** @description Null where no figure decided. */
            figures: components["schemas"]["DecidingFigure"][] | null;
        };
        MyTier: {
            /** Format: uuid */
            customerId: string;
            ladder: components["schemas"]["NamedLadderVersion"] | null;
            /** @description What spend is counted in. */
            currency: string | null;
            tier: components["schemas"]["ShownTier"] | null;
            /** @description Nothing is above it. */
            isTop: boolean;
            /**
             * Format: date-time
             * @description Null for who never left the lowest tier.
             */
            since: string | null;
            /**
             * Format: date
             * @description Last day; null: without end.
             */
            validUntil: string | null;
            /** Format: date */
            graceUntil: string | null;
            inGrace: boolean;
            lock: components["schemas"]["TierCover"] | null;
            next: components["schemas"]["TierAim"] | null;
            /** @description All higher tiers, the next one first. */
            above: components["schemas"]["TierAim"][];
            /** @description What keeps the tier that the rules gave her. */
            keep: components["schemas"]["TierKeeping"] | null;
            /** @description What follows if nothing keeps it. */
            ifNot: components["schemas"]["TierOtherwise"] | null;
            /** @description What stops counting when, within 12 months. */
            leaving: components["schemas"]["TierLeavingDay"][];
            /** @description A rise that refunds may still undo. */
            undo: components["schemas"]["TierUndoRisk"] | null;
            /** Format: date-time */
            computedAt: string;
            /** @description What happened last. */
            why: components["schemas"]["MyTierMove"] | null;
        };
        LockTierRequest: {
            /** @description A tier of the ladder in force. */
            tierKey: string;
            /**
             * Format: date
             * @description Its last day: today at the earliest, at most five years ahead.
             */
            until: string;
            reason: string;
            /** @description Whether what the customer does may lift her above it; yes when left out. */
            mayRise?: boolean;
            note?: string | null;
        };
        TierLock: {
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            lockId: string;
            /** @enum {string} */
            status: "waiting" | "active" | "refused" | "withdrawn" | "ended";
            tierKey: string;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
            mayRise: boolean;
            reason: string;
            /** @description `staff:<id>` or `api-key:<id>`. */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** @description Who agreed, refused or withdrew. */
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            note: string | null;
            /** Format: date-time */
            endedAt: string | null;
            endedBy: string | null;
            /** @enum {string|null} */
            endReason: "lifted" | "replaced" | "over" | null;
            endNote: string | null;
        };
        TierLockPage: {
            items: components["schemas"]["TierLock"][];
            nextCursor: string | null;
        };
        TierLockDecision: {
            /** @description Why. */
            note?: string | null;
        };
        SimulationRequest: {
            /** @description Terms to try; the draft when left out. */
            terms?: components["schemas"]["LadderTermsBody"];
            /**
             * Format: int64
             * @description Waits so many seconds for the result; 20 when left out, 0 answers at once.
             */
            waitSeconds?: number;
        };
        SimulationCell: {
            /** @description Tier in force; null where no ladder is. */
            from: string | null;
            to: string;
            /** Format: int64 */
            customers: number;
            /**
             * Format: int64
             * @description Points that their orders earned within the last 365 days.
             */
            points: number;
        };
        SimulatedTier: {
            key: string;
            name: string;
            /** Format: int64 */
            before: number;
            /** Format: int64 */
            after: number;
        };
        GoneTier: {
            key: string;
            name: string;
            /** Format: int64 */
            before: number;
        };
        SimulatedCosts: {
            /**
             * Format: int64
             * @description Points a year that multipliers add.
             */
            multiplierPoints: number;
            /**
             * Format: int64
             * @description Points a year for birthdays.
             */
            giftPoints: number;
            /**
             * Format: int64
             * @description Other benefits a year.
             */
            benefitCents: number;
        };
        SimulatedGifts: {
            /** Format: int64 */
            points: number;
            /** Format: int64 */
            cents: number;
        };
        SimulatedPointValue: {
            /** Format: int64 */
            points: number;
            /** Format: int64 */
            cents: number;
            currency: string;
        };
        TierSimulationResult: {
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            up: number;
            /** Format: int64 */
            down: number;
            /** Format: int64 */
            same: number;
            /**
             * Format: int64
             * @description Of those who fall: on the day the version comes into force.
             */
            downAtOnce: number;
            tiers: components["schemas"]["SimulatedTier"][];
            /** @description Tiers in force that the draft does not have. */
            gone: components["schemas"]["GoneTier"][];
            /** @description A year as it is. */
            before: components["schemas"]["SimulatedCosts"];
            /** @description A year as it would be. */
            after: components["schemas"]["SimulatedCosts"];
            /** @description Entry gifts for all who rise, once. */
            entryGifts: components["schemas"]["SimulatedGifts"];
            pointValue: components["schemas"]["SimulatedPointValue"] | null;
            /** @description Of the costs of benefits. */
            currency: string;
        };
        TierSimulation: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            ladderId: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Why it failed. */
            message: string | null;
            terms: components["schemas"]["LadderTermsBody"];
            /** @description Fingerprint of the terms. */
            termsHash: string;
            /**
             * Format: uuid
             * @description The version in force, against which it is told; null for none.
             */
            baseLadderId: string | null;
            /** Format: int64 */
            baseVersion: number | null;
            /**
             * Format: date-time
             * @description The moment whose history was tried.
             */
            asOf: string;
            /** Format: uuid */
            requestedBy: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: int64 */
            tookMs: number | null;
            /** Format: int64 */
            doneCustomers: number;
            /** Format: int64 */
            totalCustomers: number | null;
            matrix: components["schemas"]["SimulationCell"][] | null;
            result: components["schemas"]["TierSimulationResult"] | null;
            /**
             * Format: date-time
             * @description Since when its customers are kept no longer.
             */
            customersDroppedAt: string | null;
        };
        TierSimulationPage: {
            items: components["schemas"]["TierSimulation"][];
            nextCursor: string | null;
        };
        SimulatedIdentity: {
            type: string;
            /** @description Covered where it is personal. */
            value: string;
            /** @description Whether the value is covered. */
            masked: boolean;
        };
        SimulatedCustomer: {
            /** Format: uuid */
            customerId: string;
            displayName: string;
            identity: components["schemas"]["SimulatedIdentity"] | null;
            from: string;
            to: string;
            /** @enum {string} */
            direction: "up" | "down";
            /** @description The figures that decide, by name: `{ "spend_rolling_12": 128000 }`. */
            figures: {
                [key: string]: unknown;
            };
        };
        SimulatedPage: {
            items: components["schemas"]["SimulatedCustomer"][];
            nextCursor: string | null;
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
    "Staff.names": {
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
                    "application/json": components["schemas"]["StaffNames"];
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
    "ApiKeys.list": {
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
                    "application/json": components["schemas"]["ApiKeyPage"];
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
    "ApiKeys.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
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
    "ApiKeys.permissions": {
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
                    "application/json": components["schemas"]["GrantablePermissions"];
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
    "ApiKeys.revoke": {
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
    "MemberAuth.code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberCodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCodeSent"];
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
    "MemberAuth.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSignedIn"];
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
    "MemberAuth.wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberWechatSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSignedIn"];
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
    "MemberAuth.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRefresh"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSignedIn"];
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
    "MemberAuth.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MemberSignOut"];
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
    "MemberTokens.issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberTokenRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSignedIn"];
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
    "Members.get": {
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
                    "application/json": components["schemas"]["Member"];
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
    "Programmes.current": {
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
                    "application/json": components["schemas"]["ProgrammeView"];
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
    "Programmes.replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeView"];
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
    "Programmes.versions": {
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
                    "application/json": components["schemas"]["ProgrammePage"];
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
    "Acts.earn": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EarnRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
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
    "Acts.spend": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpendRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
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
    "Balances.holds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["PointsHoldList"];
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
    "Acts.hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
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
    "Acts.capture": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
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
    "Acts.release": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
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
    "Acts.reverse": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
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
    "Acts.batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsBatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsBatchAnswer"];
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
    "Balances.balance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["PointsBalance"];
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
    "Balances.entries": {
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
                customerId: string;
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
                    "application/json": components["schemas"]["EntryPage"];
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
    "Balances.entry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                seq: number;
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
                    "application/json": components["schemas"]["EntryDetails"];
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
    "Balances.lots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["PointsLotList"];
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
    "MyPoints.balance": {
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
                    "application/json": components["schemas"]["PointsBalance"];
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
    "MyPoints.entries": {
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
                    "application/json": components["schemas"]["MyEntryPage"];
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
    "MyPoints.entry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seq: number;
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
                    "application/json": components["schemas"]["MyEntryDetails"];
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
    "Adjustments.adjust": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntry"];
                };
            };
            /** @description Above the limit: waits for a second person. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAdjustment"];
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
    "Adjustments.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                status?: "waiting" | "approved" | "refused" | "withdrawn";
                customerId?: string;
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
                    "application/json": components["schemas"]["PointsAdjustmentPage"];
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
    "Adjustments.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                adjustmentId: string;
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
                    "application/json": components["schemas"]["PointsAdjustment"];
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
    "Adjustments.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAdjustment"];
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
    "Adjustments.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAdjustment"];
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
    "Adjustments.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                adjustmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAdjustment"];
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
    "Verifications.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsVerification"];
                };
            };
            /** @description A large ledger: look again for how far it has come. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsVerification"];
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
    "Verifications.list": {
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
                    "application/json": components["schemas"]["PointsVerificationPage"];
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
    "Verifications.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verificationId: string;
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
                    "application/json": components["schemas"]["PointsVerification"];
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
    "Verifications.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verificationId: string;
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
                    "application/json": components["schemas"]["PointsVerification"];
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
    "Expiry.liability": {
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
                    "application/json": components["schemas"]["PointsLiability"];
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
    "Expiry.calendar": {
        parameters: {
            query?: {
                /** @description Left out: today. */
                from?: string;
                /** @description Left out: 90 days on; at most 366 days. */
                to?: string;
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
                    "application/json": components["schemas"]["ExpiryCalendar"];
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
    "Expiry.customers": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                day: string;
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
                    "application/json": components["schemas"]["ExpiryDayCustomerPage"];
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
    "Rules.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                trigger?: "order" | "first-purchase" | "sign-in" | "birthday" | "profile-completed" | "event";
                status?: "draft" | "active" | "paused" | "closed";
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
                    "application/json": components["schemas"]["RulePage"];
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
    "Rules.create": {
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
                "application/json": components["schemas"]["RuleCreation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"];
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
    "Rules.try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Trial"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialAnswer"];
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
    "Rules.get": {
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
                    "application/json": components["schemas"]["RuleView"];
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
    "Rules.change": {
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
                "application/json": components["schemas"]["RuleChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"];
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
    "Rules.versions": {
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
                    "application/json": components["schemas"]["RuleVersionList"];
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
    "Rules.activate": {
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
                    "application/json": components["schemas"]["RuleView"];
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
    "Rules.pause": {
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
                    "application/json": components["schemas"]["RuleView"];
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
    "Rules.close": {
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
                    "application/json": components["schemas"]["RuleView"];
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
    "SignIns.calendar": {
        parameters: {
            query?: {
                /** @description `YYYY-MM`; the current one by default. */
                month?: string;
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
                    "application/json": components["schemas"]["SignInCalendar"];
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
    "SignIns.signIn": {
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
                    "application/json": components["schemas"]["SignInAnswer"];
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
    "SignIns.makeUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeUp"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
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
    "Rewards.page": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                status?: "draft" | "published" | "ended";
                kind?: "coupon" | "goods" | "course";
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
                    "application/json": components["schemas"]["RewardPage"];
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
    "Rewards.create": {
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
                "application/json": components["schemas"]["RewardCreation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardDetail"];
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
    "Rewards.get": {
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
                    "application/json": components["schemas"]["RewardDetail"];
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
    "Rewards.change": {
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
                "application/json": components["schemas"]["RewardUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardDetail"];
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
    "Rewards.publish": {
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
                "application/json": components["schemas"]["RewardStateChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardDetail"];
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
    "Rewards.end": {
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
                "application/json": components["schemas"]["RewardStateChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardDetail"];
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
    "Rewards.changeStock": {
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
                "application/json": components["schemas"]["StockChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardDetail"];
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
    "Codes.page": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                state?: "free" | "used" | "void";
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
                    "application/json": components["schemas"]["CodePage"];
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
    "Codes.add": {
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
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description One code per line, or the first column of a CSV; UTF-8.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description All codes of the file are there; sending it again adds nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesAdded"];
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
    "Redemptions.redeem": {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
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
                "application/json": components["schemas"]["RedemptionRequest"];
            };
        };
        responses: {
            /** @description Address and codes covered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionView"];
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
    "Redemptions.page": {
        parameters: {
            query?: {
                state?: "requested" | "shipped" | "completed" | "cancelled";
                rewardId?: string;
                customerId?: string;
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
                    "application/json": components["schemas"]["RedemptionPage"];
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
    "Redemptions.csv": {
        parameters: {
            query?: {
                state?: "requested" | "shipped" | "completed" | "cancelled";
                rewardId?: string;
                customerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line per redemption, with addresses; on record. */
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
    "Redemptions.get": {
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
            /** @description Covered, but for who fulfils; the look is on record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionView"];
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
    "Redemptions.ship": {
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
                "application/json": components["schemas"]["Shipment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionView"];
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
    "Redemptions.complete": {
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
                    "application/json": components["schemas"]["RedemptionView"];
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
    "Redemptions.cancel": {
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
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Points are given back to their own lots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionView"];
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
    "MemberRewards.offers": {
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
                    "application/json": components["schemas"]["MemberRewardPage"];
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
    "MemberRewards.page": {
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
                    "application/json": components["schemas"]["MemberRedemptionPage"];
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
    "MemberRewards.redeem": {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedemptionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRedemption"];
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
    "MemberRewards.get": {
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
                    "application/json": components["schemas"]["MemberRedemption"];
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
    "MemberRewards.cancel": {
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
                "application/json": components["schemas"]["OwnCancellation"];
            };
        };
        responses: {
            /** @description Until the parcel has left; the points are given back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberRedemption"];
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
    "Ladders.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Archived ladders instead of the others. */
                archived?: boolean;
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
                    "application/json": components["schemas"]["LadderPage"];
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
    "Ladders.create": {
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
                "application/json": components["schemas"]["LadderCreation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderView"];
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
    "Ladders.templates": {
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
                    "application/json": components["schemas"]["LadderTemplateList"];
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
    "Ladders.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LadderCheck"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderCheckAnswer"];
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
    "Ladders.get": {
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
                    "application/json": components["schemas"]["LadderView"];
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
    "Ladders.save": {
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
                "application/json": components["schemas"]["LadderChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderView"];
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
    "Ladders.archive": {
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
    "Publications.versions": {
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
                    "application/json": components["schemas"]["LadderVersionList"];
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
    "Publications.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
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
                    "application/json": components["schemas"]["LadderVersionView"];
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
    "Publications.publish": {
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
                "application/json": components["schemas"]["LadderPublication"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderVersionView"];
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
    "Publications.rollBack": {
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
                "application/json": components["schemas"]["LadderRollback"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderVersionView"];
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
    "Publications.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
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
                    "application/json": components["schemas"]["LadderVersionView"];
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
    "Populations.now": {
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
                    "application/json": components["schemas"]["TierPopulations"];
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
    "Runs.list": {
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
                    "application/json": components["schemas"]["TierRunPage"];
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
    "Runs.request": {
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
                    "application/json": components["schemas"]["TierRun"];
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
    "Runs.get": {
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
                    "application/json": components["schemas"]["TierRun"];
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
    "Runs.cancel": {
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
                    "application/json": components["schemas"]["TierRun"];
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
    "Benefits.get": {
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
                    "application/json": components["schemas"]["CustomerBenefits"];
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
    "Benefits.use": {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
                /** @description Makes a repeated request safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                benefitKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BenefitUseRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitUse"];
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
    "Benefits.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                benefitKey: string;
                useId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
    "Issues.page": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description `issued`: still to be handed over. */
                status?: "issued" | "delivered" | "void";
                /** @description Key of a benefit. */
                benefit?: string;
                kind?: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
                /** @description Key of a tier. */
                tier?: string;
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
                    "application/json": components["schemas"]["BenefitIssuePage"];
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
    "Issues.csv": {
        parameters: {
            query?: {
                /** @description `issued`: still to be handed over. */
                status?: "issued" | "delivered" | "void";
                /** @description Key of a benefit. */
                benefit?: string;
                kind?: "points-multiplier" | "points-gift" | "coupon-pack" | "free-shipping" | "dedicated-service" | "event-invitation" | "early-access" | "custom";
                /** @description Key of a tier. */
                tier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line per gift; on record. */
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
    "Issues.deliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                issueId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BenefitHandover"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitIssue"];
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
    "Issues.void": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                issueId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BenefitVoiding"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitIssue"];
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
    "MyBenefits.get": {
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
                    "application/json": components["schemas"]["MyBenefits"];
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
    "ValueRules.latest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ledger: "growth" | "value-score";
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
                    "application/json": components["schemas"]["ValueRulesView"];
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
    "ValueRules.replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ledger: "growth" | "value-score";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueRulesChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueRulesView"];
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
    "ValueRules.versions": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                ledger: "growth" | "value-score";
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
                    "application/json": components["schemas"]["ValueRulesPage"];
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
    "ValueRules.template": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ledger: "growth" | "value-score";
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
                    "application/json": components["schemas"]["ValueRulesTemplate"];
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
    "ValueRules.try": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ledger: "growth" | "value-score";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueTrial"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueTrialAnswer"];
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
    "Values.balances": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["CustomerValues"];
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
    "Values.entries": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                customerId: string;
                ledger: "growth" | "value-score";
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
                    "application/json": components["schemas"]["ValueEntryPage"];
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
    "Values.book": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
                ledger: "growth" | "value-score";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueEntryRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueEntryView"];
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
    "Values.reverse": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request safe, for good. */
                "Idempotency-Key"?: string;
            };
            path: {
                customerId: string;
                ledger: "growth" | "value-score";
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueReversalRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueEntryView"];
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
    "MyGrowth.balance": {
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
                    "application/json": components["schemas"]["CustomerValue"];
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
    "MyGrowth.entries": {
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
                    "application/json": components["schemas"]["MyGrowthPage"];
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
    "Settlements.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueProofRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueProof"];
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
    "Settlements.settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ledger: "growth" | "value-score";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSettlement"];
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
    "Settlements.latest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ledger: "growth" | "value-score";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last one, or the one under way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSettlement"];
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
    "Standing.tier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["CustomerTier"];
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
    "Standing.history": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                customerId: string;
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
                    "application/json": components["schemas"]["CustomerTierMovePage"];
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
    "Standing.distribution": {
        parameters: {
            query?: {
                /** @description 90 days before `to` when left out. */
                from?: string;
                /** @description Today when left out. */
                to?: string;
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
                    "application/json": components["schemas"]["TierDistribution"];
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
    "MyTier.tier": {
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
                    "application/json": components["schemas"]["MyTier"];
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
    "Locks.set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockTierRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierLock"];
                };
            };
            /** @description Waits for somebody who may approve. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierLock"];
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
    "Locks.lift": {
        parameters: {
            query?: {
                /** @description Why. */
                reason?: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
    "Locks.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                status?: "waiting" | "active" | "refused" | "withdrawn" | "ended";
                customerId?: string;
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
                    "application/json": components["schemas"]["TierLockPage"];
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
    "Locks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                lockId: string;
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
                    "application/json": components["schemas"]["TierLock"];
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
    "Locks.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                lockId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLockDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierLock"];
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
    "Locks.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                lockId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLockDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierLock"];
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
    "Locks.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                lockId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLockDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierLock"];
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
    "Simulations.simulate": {
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
                "application/json": components["schemas"]["SimulationRequest"];
            };
        };
        responses: {
            /** @description As far as it has come when the time to wait is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierSimulation"];
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
    "Simulations.list": {
        parameters: {
            query?: {
                /** @description How many rows at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                ladderId?: string;
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
                    "application/json": components["schemas"]["TierSimulationPage"];
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
    "Simulations.get": {
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
                    "application/json": components["schemas"]["TierSimulation"];
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
    "Simulations.cancel": {
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
                    "application/json": components["schemas"]["TierSimulation"];
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
    "Simulations.page": {
        parameters: {
            query?: {
                /** @description Tier where they stand. */
                from?: string;
                /** @description Tier where they would stand. */
                to?: string;
                direction?: "up" | "down";
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
                    "application/json": components["schemas"]["SimulatedPage"];
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
    "Simulations.csv": {
        parameters: {
            query?: {
                /** @description Tier where they stand. */
                from?: string;
                /** @description Tier where they would stand. */
                to?: string;
                direction?: "up" | "down";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line per customer who would stand elsewhere. */
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
}
