import { Injectable } from '@nestjs/common';
import { DEFAULT_PROGRAMME, type Programme } from './domain/programme';

/** The programme in force. */
@Injectable()
export class ProgrammesService {
  /** Remembered for a moment: the ledger asks with every act. */
  async current(): Promise<Programme> {
    return DEFAULT_PROGRAMME;
  }
}
