import { DEFAULT_MONITORING, type MonitoringSettings } from './monitoring.ts';
import { DEFAULT_ROAD_MAP, type RoadMapSettings } from './road-map.ts';
import { DEFAULT_SELF_DIAGNOSIS, type SelfDiagnosisSettings } from './self-diagnosis.ts';

/** Every reading of the official yardsticks that their texts leave open. */
export interface YardstickSettings {
  readonly roadMap: RoadMapSettings;
  readonly monitoring: MonitoringSettings;
  readonly selfDiagnosis: SelfDiagnosisSettings;
}

export const DEFAULT_YARDSTICKS: YardstickSettings = {
  roadMap: DEFAULT_ROAD_MAP,
  monitoring: DEFAULT_MONITORING,
  selfDiagnosis: DEFAULT_SELF_DIAGNOSIS,
};
