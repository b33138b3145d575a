import { IdField, InstantField, TextField, WholeNumberField } from '@siyu/platform';
import { CODE_DIGITS } from './domain/codes';

export class MemberCodeRequest {
  @TextField({ max: 40, example: '13800138000' })
  phone: string;
}

/** The same whether or not a customer has the phone. */
export class MemberCodeSent {
  @InstantField({ description: 'Until when the code is good.' })
  expiresAt: string;

  @WholeNumberField({ description: 'After this time another code can be asked for.' })
  retryAfterSeconds: number;
}

export class MemberSignIn {
  @TextField({ max: 40, example: '13800138000' })
  phone: string;

  @TextField({ min: CODE_DIGITS, max: CODE_DIGITS, example: '012345' })
  code: string;
}

export class MemberWechatSignIn {
  @TextField({ min: 1, max: 200, description: 'What wx.login gave to the mini program.' })
  code: string;
}

export class MemberRefresh {
  @TextField({ max: 300 })
  refreshToken: string;
}

export class MemberSignOut {
  @TextField({ max: 300, optional: true })
  refreshToken?: string;
}

export class MemberTokenRequest {
  @IdField()
  customerId: string;
}

export class MemberSignedIn {
  @TextField({ max: 2000, description: 'Bearer token of the following calls.' })
  accessToken: string;

  @TextField({ max: 300, description: 'Good for one refresh; the answer to it brings the next.' })
  refreshToken: string;

  @InstantField({ description: 'When the access token expires.' })
  expiresAt: string;

  @IdField()
  customerId: string;
}
